import Ajv from 'ajv/dist/2020';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DIAGNOSTIC_RULES } from '../../src/importer/diagnostic-rules';
import { parseSource } from '../../src/importer/import-documents';
import { toParseOutput } from '../../src/importer/parse-output';

const ROOT = join(__dirname, '../..');
const schema = JSON.parse(readFileSync(join(ROOT, 'docs/schema/parse-output.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);

function errorsOf(bytes: Uint8Array): readonly unknown[] {
  const source = { path: 'x.txt', bytes, url: null, capturedAt: null, recordId: null };
  return parseSource(source).flatMap((parsed) => (validate(toParseOutput(parsed)) ? [] : (validate.errors ?? [])));
}

describe('the printed shape', () => {
  const files = ['samples', 'tests/fixtures/shapes', 'tests/fixtures/defects'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(folder, name)),
  );

  it.each(files)('fits the schema: %s', (file) => {
    expect(errorsOf(readFileSync(join(ROOT, file)))).toEqual([]);
  });

  it('fits the schema whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(errorsOf(bytes)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not so loose that anything fits', () => {
    expect(validate({ source: {}, kind: 'article', article: null, rankingLists: [], diagnostics: [] })).toBe(false);
  });
});

describe('docs/diagnostics.md', () => {
  it('has a row for every code, with its severity, message and advice', () => {
    const rows = Object.entries(DIAGNOSTIC_RULES).map(
      ([code, { severity, message, advice }]) => `| \`${code}\` | ${severity} | ${message} | ${advice} |`,
    );
    const table = readFileSync(join(ROOT, 'docs/diagnostics.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.replace(/\s+\|/g, ' |').replace(/\|\s+/g, '| '));
    expect(table).toEqual(rows);
  });
});
