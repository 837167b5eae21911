/**
 * `npm run test:browser`: what editors see, in a headless Chromium: the built application with the samples on a database and port of its own.
 * A machine without Chromium is a failure; the message says how to install it. The last page that failed lies in .tmp as a picture.
 */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { Checklist, expectEqual } from './setup/checklist.mjs';
import { ensureAdminBuilt } from './setup/ensure-admin-built.mjs';
import { ensureCompiled } from './setup/ensure-compiled.mjs';
import { ensureDependencies } from './setup/ensure-dependencies.mjs';
import { ensureEnvFile } from './setup/ensure-env-file.mjs';
import { say } from './setup/messages.mjs';
import { inProject } from './setup/paths.mjs';
import { runNode } from './setup/run-node.mjs';
import { removeDatabase, separateSettings, startServer } from './setup/server.mjs';
import { runCommand, SetupError } from './setup/setup-error.mjs';
import { forgetReports, summarise } from './setup/summary.mjs';

const ACCOUNT = { email: 'editor@example.org', firstname: 'Edith', lastname: 'Editor', password: 'Secret-1234' };
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const LISTS = '/admin/content-manager/collection-types/api::ranking-list.ranking-list';
const ARTICLES = '/admin/content-manager/collection-types/api::article.article';
/** A loaded machine takes its time. */
const LIMIT_MS = 20_000;
const FAILURE = '.tmp/panel-check.png';

await runCommand(async () => {
  forgetReports(['browser']);
  await ensureDependencies();
  await ensureEnvFile();
  await ensureAdminBuilt();
  await ensureCompiled();
  const executablePath = findChromium();
  const env = await separateSettings('panel-check');
  const list = new Checklist();
  try {
    await importSamples(env);
    const url = `http://127.0.0.1:${env.PORT}`;
    const server = await startServer({ env, url, logFile: '.tmp/panel-check.log' });
    try {
      await lookAround(list, executablePath, url);
    } finally {
      await server.stop();
    }
  } finally {
    removeDatabase(env.DATABASE_FILENAME);
  }
  list.write('browser');
  return summarise('browser', [{ suite: 'browser', code: 0 }]);
});

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH || '').split(path.delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
  if (found === undefined) {
    throw new SetupError('No Chromium is found: install it (apt-get install chromium), or set CHROMIUM to its path.');
  }
  return found;
}

async function importSamples(env) {
  const args = ['scripts/launch.mjs', 'import', 'samples', '--status', 'published'];
  const code = await runNode(args, { env: { ...process.env, ...env } });
  if (code !== 0) throw new SetupError(`The samples could not be imported (exit code ${code}): see above.`);
}

async function lookAround(list, executablePath, url) {
  const body = JSON.stringify(ACCOUNT);
  await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, timezoneId: 'Asia/Tokyo' });
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const check = (name, work) => list.check(name, () => withPicture(page, work));
    await logIn(page, url);
    await checkRankings(check, page, url);
    await checkArticles(check, page, url);
    await checkStatistics(check, page, url);
  } finally {
    await browser.close();
  }
}

/** Leaves a picture of what a person would have seen. */
async function withPicture(page, work) {
  try {
    await work();
  } catch (error) {
    await page.screenshot({ path: inProject(FAILURE), fullPage: true }).catch(() => undefined);
    throw new Error(`${error.message.split('\n')[0]} (see ${FAILURE})`, { cause: error });
  }
}

async function logIn(page, url) {
  say('Logging in …');
  await page.goto(`${url}/admin/auth/login`);
  await page.fill('input[name=email]', ACCOUNT.email);
  await page.fill('input[name=password]', ACCOUNT.password);
  await page.click('button[type=submit]');
  await page.waitForURL((address) => !address.pathname.includes('/auth/'));
  // Strapi's guided tour lies over the page until it is skipped.
  await page.goto(`${url}${LISTS}`);
  await page.getByRole('button', { name: 'Skip' }).click();
}

async function checkRankings(check, page, url) {
  await check('ranking lists are listed, the newest first, with what tells them apart', async () => {
    await page.goto(`${url}${LISTS}`);
    await page.locator('tbody').getByText('JN ACCESS RANKING').first().waitFor();
    for (const name of ['Title', 'Section', 'Captured at', 'Sources']) {
      await page.locator('thead').getByText(name).first().waitFor();
    }
  });
  await check('a button links all rows anew, and says what that changed', async () => {
    await page.getByRole('button', { name: 'Link rows anew' }).click();
    await page.getByText(/lists looked at, drafts and published ones/).waitFor();
  });
  await check('the form of a list has its rows, each with what an editor may change', async () => {
    await page.goto(`${url}${LISTS}`);
    await page.locator('tbody').getByText('JN ACCESS RANKING').first().click();
    await page.getByText(/^Entries/).waitFor();
    await page
      .locator('button[data-state=closed]')
      .filter({ hasText: /Asanagi|Kurosato|Mikaze/ })
      .first()
      .click();
    for (const name of ['label', 'pinnedPosition', 'printedPosition']) {
      await page.locator(`[name$=".${name}"]`).first().waitFor();
    }
    await page.getByText('Readers do not see this row').first().waitFor();
  });
}

async function checkArticles(check, page, url) {
  await check('an editor changes an article and finds the change again', async () => {
    await page.goto(`${url}${ARTICLES}`);
    await page.locator('tbody').getByText('Asanagi').first().click();
    await page.locator('input[name=kicker]').fill('Seen by an editor');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').waitFor();
    await page.reload();
    await page.locator('input[name=kicker]').waitFor();
    expectEqual(await page.inputValue('input[name=kicker]'), 'Seen by an editor');
  });
}

async function checkStatistics(check, page, url) {
  await check('statistics name the articles that stood longest, with times of the reader and their zone', async () => {
    await page.goto(`${url}/admin/copydesk/statistics`);
    await page.getByRole('heading', { name: 'Articles that stood longest' }).waitFor();
    await page
      .getByText(/GMT\+9/)
      .first()
      .waitFor();
    await page.getByRole('heading', { name: 'Rows without an article' }).waitFor();
  });
  await check('a time without lists says so', async () => {
    await page.locator('input[type=date]').nth(1).fill('2001-02-01');
    await page.locator('input[type=date]').first().fill('2001-01-01');
    await page.getByText('No ranking list was captured in this time').waitFor();
  });
  await check('the panel speaks Japanese to those who choose it', async () => {
    await page.evaluate(`localStorage.setItem('strapi-admin-language', 'ja')`);
    await page.goto(`${url}/admin/copydesk/statistics`);
    await page.getByRole('heading', { name: 'ランキング統計' }).waitFor();
    await page.goto(`${url}${LISTS}`);
    await page.getByRole('button', { name: 'リンクを再設定' }).waitFor();
  });
}
