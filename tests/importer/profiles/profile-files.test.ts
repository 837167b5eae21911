import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DEFAULT_PARSE_OPTIONS, parseSource } from '../../../src/importer/import-documents';
import { readProfile } from '../../../src/importer/profiles/profile-schema';
import { loadSites } from '../../../scripts/import/load-sites';

const EXAMPLES = join(__dirname, '../../../docs/example-profiles');

const PAGE = [
  'The Mikaze Times',
  'Bell of Lake Town Is Kept',
  'The bell as the children see it.',
  'Drawn by Mina Aoki',
  'Published 04/05/2025 10:00 IST',
  'The bell has been kept. It rang on Monday.',
  'Ring the bell for news',
  'Filed under',
  'Bells',
  'What Mikaze reads',
  '1. Bell of Lake Town Is Kept',
  'What Harbor readers read',
  '1. Ferry cat promoted',
  'From our bell tower',
  '1. Not ranked at all',
].join('\n');

const read = (text: string, sites = DEFAULT_PARSE_OPTIONS.sites) =>
  parseSource(
    { path: 'x.txt', bytes: new TextEncoder().encode(text), url: null, capturedAt: null, recordId: null },
    { sites, timezone: null },
  )[0];

describe('the worked example of docs/adding-a-site.md', () => {
  it('reads what the general reading does not', async () => {
    const sites = [...(await loadSites(EXAMPLES)), ...DEFAULT_PARSE_OPTIONS.sites];
    const parsed = read(PAGE, sites);
    expect(parsed).toMatchObject({
      profile: 'mikaze-times',
      publisher: 'The Mikaze Times',
      article: {
        headline: 'Bell of Lake Town Is Kept',
        photos: [{ caption: 'The bell as the children see it.', creditText: 'Drawn by Mina Aoki' }],
        datePublished: '2025-05-04T10:00:00+05:30',
        tags: ['Bells'],
        body: [{ text: 'The bell has been kept. It rang on Monday.' }],
      },
      rankingLists: [
        { title: 'What Mikaze reads', scope: 'site', window: null, entries: [{ position: 1 }] },
        { title: 'What Harbor readers read', scope: 'section', articleSection: 'Harbor', window: '7d' },
      ],
    });
    expect(read(PAGE)?.rankingLists).toEqual([]);
  });

  it.each([
    ['another known site’s address, whatever the lines say', 'https://www.bbc.com/news/1', PAGE, 'bbc-news'],
    [
      'an unknown address and few lines of the site',
      'https://other.example/1',
      PAGE.split('\n').slice(0, 3).join('\n'),
      'general',
    ],
    ['an unknown address and many lines of the site', 'https://copy.example/1', PAGE, 'mikaze-times'],
    ['an address in a web archive', 'https://web.archive.org/web/2025/https://www.bbc.com/news/1', PAGE, 'bbc-news'],
  ])('weighs %s', async (_, url, text, profile) => {
    const sites = [...(await loadSites(EXAMPLES)), ...DEFAULT_PARSE_OPTIONS.sites];
    const source = { path: 'x', bytes: new TextEncoder().encode(text), url, capturedAt: null, recordId: null };
    expect(parseSource(source, { sites, timezone: null })[0]?.profile).toBe(profile);
  });
});

describe('a profile file', () => {
  it('says everything that the how-to lists', () => {
    const example = parse(readFileSync(join(EXAMPLES, 'mikaze-times.yaml'), 'utf8'));
    const { profile } = readProfile(example);
    const documented = readFileSync(join(EXAMPLES, '../adding-a-site.md'), 'utf8').match(/`[a-zA-Z]+`/g) ?? [];
    for (const key of Object.keys(profile ?? {})) expect(documented).toContain(`\`${key}\``);
  });

  it.each([
    [{ id: 'Not Good', publisher: 'X' }, 'id: expected lower-case letters'],
    [{ id: 'x' }, 'publisher: '],
    [{ id: 'x', publisher: 'X', rankings: [{ label: 'a', scope: 'page' }] }, 'rankings.0.scope: '],
    [{ id: 'x', publisher: 'X', colour: 'blue' }, 'colour'],
    [{ id: 'x', publisher: 'X', zones: { IST: 'India' } }, 'zones.IST: expected +09:00'],
    [['x'], 'expected object'],
  ])('is refused with the key: %j', (value, sentence) => {
    expect(readProfile(value).errors.join('\n')).toContain(sentence);
  });

  it('is named where it is no YAML, and where there is none', async () => {
    const folder = mkdtempSync(join(os.tmpdir(), 'copydesk-profiles-'));
    await expect(loadSites(folder)).rejects.toThrow('There are no .yaml or .json files');
    writeFileSync(join(folder, 'broken.yaml'), 'id: [');
    await expect(loadSites(folder)).rejects.toThrow('broken.yaml: ');
    writeFileSync(join(folder, 'broken.yaml'), 'id: x');
    await expect(loadSites(folder)).rejects.toThrow('broken.yaml: publisher: ');
    rmSync(folder, { recursive: true });
    await expect(loadSites(folder)).rejects.toThrow('can not be read');
  });
});
