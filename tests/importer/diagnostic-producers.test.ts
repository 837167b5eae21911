import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipOf } from '../../scripts/fuzz/zip';
import { DIAGNOSTIC_RULES } from '../../src/importer/diagnostic-rules';
import { parseCarrier, parseSource, recordOf, DEFAULT_PARSE_OPTIONS } from '../../src/importer/import-documents';
import { DEFAULT_LIMITS } from '../../src/importer/readers/carrier';
import { bytesOf, carrierOf } from './readers/carriers';

const ROOT = join(__dirname, '../..');

interface Producer {
  readonly name?: string;
  readonly bytes: string | Uint8Array;
  readonly maxDocumentBytes?: number;
}

const TEXT = 'The bell was kept. It rang on Monday.';
const page = (dateline: string): Producer => ({ bytes: `Bell Kept\n${dateline}\n${TEXT}` });
const DATED = '10:00 JST, April 1, 2025';
const below = (...lines: readonly string[]): Producer => ({ bytes: ['Bell Kept', DATED, TEXT, ...lines].join('\n') });

/** For each code a file that produces it. */
const PRODUCERS: Readonly<Record<string, Producer>> = {
  'empty-document': { bytes: ' \n' },
  'binary-document': { bytes: '\u0000\u0001' },
  'invalid-bytes': {
    bytes: Buffer.concat([Buffer.from('朝凪市の灯台\n電球'), Buffer.from([0xff]), Buffer.from('交換')]),
  },
  'unknown-capture-time': { name: 'a.jsonl', bytes: `{"text": "${TEXT}", "capturedAt": "2025-04-10 14:15"}` },
  'document-too-large': { bytes: TEXT, maxDocumentBytes: 10 },
  'broken-archive': { name: 'a.warc.gz', bytes: 'no archive' },
  'encrypted-entry': { name: 'a.zip', bytes: encryptedZip() },
  'invalid-record': { name: 'a.jsonl', bytes: '{"text": ' },
  'invalid-json-ld': {
    name: 'a.html',
    bytes: `<html><body><script type="application/ld+json">{</script><p>${TEXT}</p></body></html>`,
  },
  'invalid-front-matter': { name: 'a.md', bytes: `---\n: [\n---\n# Bell Kept\n${TEXT}` },
  'no-article': { bytes: 'Share\nSubscribe' },
  'missing-headline': { bytes: `${DATED}\n${TEXT}` },
  'missing-dateline': { bytes: `Bell Kept\n${TEXT}` },
  'missing-body': { bytes: `Bell Kept in Asanagi\n${DATED}` },
  'relative-date': page('4 hours ago'),
  'date-without-year': page('April 1'),
  'ambiguous-date': page('04/05/2025 10:00'),
  'impossible-date': page('10:00 JST, February 30, 2025'),
  'impossible-time': page('25:00 JST, April 1, 2025'),
  'unknown-zone': page('10:00 IST, April 1, 2025'),
  'update-without-year': page(`${DATED} (updated at 11:40 JST, Apr. 2)`),
  'several-datelines': page(`${DATED}\n11:00 JST, April 2, 2025`),
  'empty-ranking-list': below('JN ACCESS RANKING'),
  'duplicate-position': below('Most Read', '1. Ferry Returns', '1. Lamp Relit'),
  'duplicate-entry': below('Most Read', '1. Ferry Returns', '2. Ferry Returns'),
  'missing-position': below('Most Read', '1. Ferry Returns', '3. Lamp Relit'),
  'list-not-ranked': below('Latest Articles', '- Ferry Returns', '- Lamp Relit'),
  'unknown-line': below('JN ACCESS RANKING', '- Ferry Returns', '', 'lower case words'),
  'text-after-list': below(
    'JN ACCESS RANKING',
    '- Ferry Returns',
    'The keeper said that the lamp would burn every night. He has oil.',
  ),
  'glued-line': below(
    'You may also like to readReservoir Bed Shows Old Village RoadThe mayor said the water would be back.',
  ),
  'template-remains': below('The keeper, {{ name }}, said that he has the oil. He will stay.'),
  'repeated-line': { bytes: ['Bell Kept', 'Bell Kept', DATED, TEXT].join('\n') },
  'doubtful-headline': {
    bytes: [
      'Ferry Returns to Asanagi Harbor',
      'Lamp Relit in Asanagi Harbor',
      'Bell Kept in the Lake Town',
      'April 1, 2025',
      TEXT,
    ].join('\n'),
  },
  'several-documents': { bytes: `Bell Kept\n${DATED}\n${TEXT}\fLamp Relit\n${DATED}\n${TEXT}` },
  'more-findings': { bytes: `${'Share\n'.repeat(5001)}Bell Kept\n${DATED}\n${TEXT}` },
  'furniture-dropped': below('Share'),
};

/** Codes that need a disk or a zip bomb, with the file whose tests produce them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'archive-too-large': 'tests/importer/readers/archives.test.ts',
  'unreadable-path': 'tests/app/import-script.test.ts',
};

/** The codes that readers and parser name; what plans and stores report is tested beside them. */
function codesOfParser(): readonly string[] {
  const sources = ['parse', 'readers'].flatMap((folder) =>
    readdirSync(join(ROOT, 'src/importer', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, 'src/importer', folder, name), 'utf8')),
  );
  return Object.keys(DIAGNOSTIC_RULES).filter((code) => sources.some((source) => source.includes(`'${code}'`)));
}

/** A zip archive whose entries say that they are encrypted. */
function encryptedZip(): Buffer {
  const zip = zipOf({ 'a.txt': TEXT });
  zip[6] = (zip[6] ?? 0) | 1;
  const central = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  zip[central + 8] = (zip[central + 8] ?? 0) | 1;
  return zip;
}

async function codesOf({ name = 'a.txt', bytes, maxDocumentBytes }: Producer): Promise<readonly string[]> {
  const limits = { ...DEFAULT_LIMITS, maxDocumentBytes: maxDocumentBytes ?? DEFAULT_LIMITS.maxDocumentBytes };
  const carrier = carrierOf(name, typeof bytes === 'string' ? bytesOf(bytes) : bytes);
  const codes: string[] = [];
  for await (const { diagnostics } of parseCarrier(carrier, { limits, fieldMap: {} }, DEFAULT_PARSE_OPTIONS))
    codes.push(...diagnostics.map(({ code }) => code));
  return codes;
}

it.each(Object.entries(PRODUCERS))('%s is reported', async (code, producer) => {
  expect(await codesOf(producer)).toContain(code);
});

it.each(Object.entries(ELSEWHERE))('%s is reported in %s', (code, file) => {
  expect(readFileSync(join(ROOT, file), 'utf8')).toContain(`'${code}'`);
});

it('store-refused is reported for a document that makes no record', () => {
  const [parsed] = parseSource({
    path: 'a.txt',
    bytes: bytesOf(`Bell Kept\n${TEXT}`),
    url: null,
    capturedAt: null,
    recordId: null,
  });
  if (parsed === undefined) throw new Error('no document');
  const broken = { ...parsed, article: { headline: 'Bell Kept' } as never };
  const { diagnostics } = recordOf(broken, { timezone: null } as never);
  expect(diagnostics.map(({ code }) => code)).toContain('store-refused');
});

it('knows a producer of every code of readers and parser', () => {
  const known = Object.keys({ ...PRODUCERS, ...ELSEWHERE });
  expect(codesOfParser().length).toBeGreaterThan(30);
  expect(codesOfParser().filter((code) => !known.includes(code))).toEqual([]);
});
