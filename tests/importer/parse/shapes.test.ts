import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { lineLost } from '../../../scripts/fuzz/lines-kept';
import { parseSource } from '../../../src/importer/import-documents';
import { toParseOutput } from '../../../src/importer/parse-output';
import { readText } from '../../../src/importer/readers/read-text';

/** Every document of tests/fixtures stands beside what the parser is to read from it; the file is named after the shape or the defect. */
const FOLDERS = ['shapes', 'defects'].map((name) => join(__dirname, '../../fixtures', name));

const fixtures = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name.replace('.txt', ''), join(folder, name)] as const),
);

function parse(file: string, bytes: Uint8Array) {
  const source = { path: file.split('/').at(-1) ?? '', bytes, url: null, capturedAt: null, recordId: null };
  return parseSource(source).map((parsed) => {
    const { source: origin, ...output } = toParseOutput(parsed);
    return { index: origin.index, encoding: origin.encoding, ...output };
  });
}

describe.each(fixtures)('%s', (_, file) => {
  const bytes = readFileSync(file);

  it('is read as expected', () => {
    const expected = file.replace('.txt', '.json');
    expect(existsSync(expected)).toBe(true);
    expect(parse(file, bytes)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  it('gives every line that is not blank one role', () => {
    const source = { path: 'x', bytes, url: null, capturedAt: null, recordId: null };
    expect(lineLost(readText(source).text, parseSource(source))).toBeNull();
  });
});
