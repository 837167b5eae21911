import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { RunStoppedError } from '../src/importer/run-stopped-error';
import { BrokenSetUpError } from './import/broken-set-up-error';
import { count } from './import/count';
import { EXIT } from './import/exit-codes';
import type { ResolveCommandOptions } from './import/resolve-command';
import type { ImportCommandOptions } from './import/import-command';
import type { PlanCommandOptions } from './import/plan/plan-command';
import { withRuleOptions } from './import/rule-options';
import { withReadingOptions } from './import/parse-options';
import { addRunVerbs } from './import/runs/add-verbs';
import { UsageError } from './import/usage-error';
import { watchOutput } from './import/watch-output';
import { parseCommand, type ParseCommandOptions } from './import/parse-command';

function percent(value: string): number {
  const number = Number(value);
  if (!(number >= 0 && number <= 100)) throw new InvalidArgumentError('A number from 0 to 100 is expected.');
  return number;
}

/** A plan brings these along. */
const OF_PLANS = [
  ...['status', 'store', 'limit', 'dryRun', 'onConflict', 'fields', 'updateOnly', 'createOnly', 'restore'],
  'deleteMissing',
  ...['profile', 'profiles', 'timezone', 'capturedAt', 'fieldMap', 'maxDocumentSize', 'maxArchiveSize'],
];

type Finish = (code: number) => void;

function addImport(root: Command, finish: Finish): void {
  withRuleOptions(withReadingOptions(root.command('import', { isDefault: true })))
    .description('make entries of documents')
    .argument('[path...]', 'files, folders, globs, or - for standard input; with --plan those of the plan by default')
    .addOption(new Option('--status <status>', 'state of new entries').choices(['draft', 'published']).default('draft'))
    .addOption(
      new Option('--store <store>', 'bulk writes rows in batches; documents goes through the Document Service')
        .choices(['bulk', 'documents'])
        .default('bulk'),
    )
    .option('--report <file>', "write the run's report to a file, as JSON")
    .option('--dry-run', 'say what would be done; write nothing', false)
    .addOption(new Option('--format <format>', 'what is printed').choices(['table', 'json']).default('table'))
    .addOption(new Option('--limit <count>', 'stop after so many documents').argParser(count).default(Infinity, 'all'))
    .option(
      '--delete-missing',
      'delete entries whose sources are not there any more, but none that an editor changed',
      false,
    )
    .addOption(
      new Option('--delete-at-most <percent>', 'with --delete-missing: delete nothing where more are missing')
        .argParser(percent)
        .default(10),
    )
    .addOption(
      new Option(
        '--retry-failed <run>',
        'read only the files of which a run rejected something; by default below its own paths',
      ).conflicts(['plan', 'deleteMissing', 'dryRun']),
    )
    .addOption(
      new Option('--plan <file>', 'carry out a plan that `plan --out` has saved, with its options').conflicts(OF_PLANS),
    )
    .action(async (paths: string[], options: ImportCommandOptions) => {
      // Strapi takes seconds to load; the other verbs do without it.
      const { importCommand } = await import('./import/import-command');
      finish(await importCommand(paths, options));
    });
}

function addPlan(root: Command, finish: Finish): void {
  withRuleOptions(withReadingOptions(root.command('plan')))
    .description('say what an import would do, document by document and field by field')
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .addOption(new Option('--status <status>', 'state of new entries').choices(['draft', 'published']).default('draft'))
    .addOption(
      new Option('--store <store>', 'whose rules a plan is checked by').choices(['bulk', 'documents']).default('bulk'),
    )
    .addOption(new Option('--format <format>', 'what is printed').choices(['table', 'json']).default('table'))
    .addOption(new Option('--limit <count>', 'stop after so many documents').argParser(count).default(Infinity, 'all'))
    .option('--out <file>', 'save the plan, for `import --plan`')
    .action(async (paths: string[], options: PlanCommandOptions) => {
      const { planCommand } = await import('./import/plan/plan-command');
      finish(await planCommand(paths, options));
    });
}

function addParse(root: Command, finish: Finish): void {
  withReadingOptions(root.command('parse'))
    .description('print what the parser reads; needs no database')
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .addOption(new Option('--format <format>', 'what is printed').choices(['table', 'json', 'ndjson']).default('table'))
    .addOption(new Option('--limit <count>', 'stop after so many documents').argParser(count).default(Infinity, 'all'))
    .option('--explain', 'print each line of the document with its role', false)
    .action(async (paths: string[], options: ParseCommandOptions) => finish(await parseCommand(paths, options)));
}

function addResolve(root: Command, finish: Finish): void {
  root
    .command('resolve')
    .description('link all rows of ranking lists anew, and print what that changed')
    .addOption(new Option('--format <format>', 'what is printed').choices(['table', 'json']).default('table'))
    .action(async (options: ResolveCommandOptions) => {
      const { resolveCommand } = await import('./import/resolve-command');
      finish(await resolveCommand(options));
    });
}

function program(finish: Finish): Command {
  const root = new Command('npm run import --').exitOverride().showHelpAfterError('(--help says more)');
  addImport(root, finish);
  addPlan(root, finish);
  addParse(root, finish);
  addRunVerbs(root, finish);
  addResolve(root, finish);
  return root;
}

/**
 * Runs the import script.
 *
 * @param argv arguments without the program's name
 * @returns the exit code: 0 done, 1 some document failed, 2 wrong usage, 3 broken set-up
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  watchOutput();
  try {
    await program((result) => (code = result)).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
    const isUsage = error instanceof UsageError;
    if (!isUsage && !(error instanceof BrokenSetUpError) && !(error instanceof RunStoppedError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return isUsage ? EXIT.wrongUsage : EXIT.brokenSetUp;
  }
  return code;
}
