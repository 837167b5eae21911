import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineLost } from '../../../scripts/fuzz/lines-kept';
import { parseSource } from '../../../src/importer/import-documents';
import { toParseOutput } from '../../../src/importer/parse-output';
import { readText } from '../../../src/importer/readers/read-text';

/** Every document of tests/fixtures stands beside what the parser is to read from it, and beside the role of each of its lines; the file is named after
 * the shape, the defect, or the one rule that it holds. */
const FOLDERS = ['shapes', 'defects', 'rules'].map((name) => join(__dirname, '../../fixtures', name));

const fixtures = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name.replace('.txt', ''), join(folder, name)] as const),
);

function parse(file: string, bytes: Uint8Array) {
  const source = { path: file.split('/').at(-1) ?? '', bytes, url: null, capturedAt: null, recordId: null };
  const parsed = parseSource(source);
  return {
    output: parsed.map((document) => {
      const { source: origin, ...output } = toParseOutput(document);
      return { index: origin.index, encoding: origin.encoding, ...output };
    }),
    roles: parsed.flatMap(({ lines }) => lines.map(({ line, role }) => `${line} ${role}\n`)).join(''),
    lost: lineLost(readText(source).text, parsed),
  };
}

it.each(fixtures)('%s is read as expected, each line in its role', (_, file) => {
  const beside = (end: string) => readFileSync(file.replace('.txt', end), 'utf8');
  expect(parse(file, readFileSync(file))).toEqual({
    output: JSON.parse(beside('.json')),
    roles: beside('.roles'),
    lost: null,
  });
});
