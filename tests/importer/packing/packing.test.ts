import { packRecords } from '../../../src/importer/packing/pack-records';
import { unpackRecords } from '../../../src/importer/packing/unpack-records';
import { recordsFromText } from '../../../src/importer/records-from-text';
import type { DocumentRecord } from '../../../src/importer/records';

const RANKING = ['JN ACCESS RANKING', '-', 'Gulls Return to Harbor', '-', 'Eleven “Blues” Tried on Bridge 🌉'];

const page = (headline: string, ...paragraphs: readonly string[]): string =>
  [headline, '14:15 JST, April 10, 2025', ...paragraphs, 'Related Tags', '#Bridges', ...RANKING].join('\n');

const read = (path: string, text: string): readonly DocumentRecord[] =>
  recordsFromText(text, { path, importedAt: '2025-05-01T00:00:00.000Z' });

const RECORDS = [
  ...read(
    'one.txt',
    page('Harbor Bridge to Be Painted at Night', 'The port office said so on Monday. “Blue,” it said.'),
  ),
  ...read('two.txt', page('港の橋、夜に塗り替えへ', '橋は夜に塗り替えられる。𠮷野家の前も。')),
  ...read('list.txt', RANKING.join('\n')),
  ...read('empty.txt', ''),
];

/** What a record says, whatever its texts are kept in. */
function plain({ rawBytes: _, article, ...record }: DocumentRecord): unknown {
  const { bodyJson = null, fieldsJson = null } = article?.derived ?? {};
  const texts = { bodyJson: String(bodyJson), fieldsJson: String(fieldsJson) };
  return JSON.parse(
    JSON.stringify({ ...record, article: article && { ...article, derived: { ...article.derived, ...texts } } }),
  );
}

describe('packed records', () => {
  it('say the same when they are unpacked', () => {
    expect(RECORDS).toHaveLength(4);
    expect(unpackRecords(packRecords(RECORDS)).map(plain)).toEqual(RECORDS.map(plain));
  });

  it('keep the order of fields, which the ledger writes down', () => {
    const [first] = unpackRecords(packRecords(RECORDS));
    expect(Object.keys(first?.article?.fields ?? {})).toEqual(Object.keys(RECORDS[0]?.article?.fields ?? {}));
  });

  it('keep the text as read, as text and as bytes', () => {
    const unpacked = unpackRecords(packRecords(RECORDS));
    expect(unpacked.map(({ source }) => source.raw)).toEqual(RECORDS.map(({ source }) => source.raw));
    expect(unpacked.map(({ rawBytes }) => Buffer.from(rawBytes ?? []).toString())).toEqual(
      RECORDS.map(({ source }) => source.raw),
    );
  });

  it('carry a ranking list that several documents show once', () => {
    const [one, two, list] = unpackRecords(packRecords(RECORDS));
    expect(one?.rankingLists).toHaveLength(1);
    expect(two?.rankingLists[0]).toBe(one?.rankingLists[0]);
    expect(list?.rankingLists[0]).toBe(one?.rankingLists[0]);
  });

  it('are read from the middle of a larger buffer', () => {
    const packed = packRecords(RECORDS.slice(0, 1));
    const larger = Buffer.concat([Buffer.from('before'), packed]);
    expect(unpackRecords(larger.subarray('before'.length)).map(plain)).toEqual(RECORDS.slice(0, 1).map(plain));
  });
});
