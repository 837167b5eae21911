import { setFlagsFromString } from 'node:v8';
import { packRecords } from '../../../src/importer/packing/pack-records';
import { unpackRecords } from '../../../src/importer/packing/unpack-records';
import { planDocument } from '../../../src/importer/plan/plan-document';
import { DEFAULT_RULES } from '../../../src/importer/plan/plan-rules';
import { recordsFromText } from '../../../src/importer/records-from-text';

setFlagsFromString('--allow-natives-syntax');

/**
 * Whether V8 keeps two objects in one hidden class, and not as dictionaries: it looks up the properties of dictionaries, and of objects of thousands
 * of classes, one by one.
 */
const haveOneShape = new Function('one', 'other', 'return %HaveSameMap(one, other) && %HasFastProperties(one)') as (
  one: unknown,
  other: unknown,
) => boolean;

const page = (at: number): string =>
  [
    `Gull No. ${at} Returns to Harbor`,
    '14:15 JST, April 10, 2025',
    'It was seen on the quay. It had not been missed.',
  ].join('\n');

const COUNT = 20;

const records = unpackRecords(
  packRecords(
    Array.from({ length: COUNT }, (_, at) =>
      recordsFromText(page(at), { path: `${at}.txt`, importedAt: '2025-05-01T00:00:00.000Z' }),
    ).flat(),
  ),
);

const plans = records.map((record) => planDocument(record, { source: null, article: null }, DEFAULT_RULES));

describe('new documents', () => {
  // V8 moves the first objects of a kind on to another shape when later ones have other values.
  const last = COUNT - 1;

  it.each([
    ['records', records],
    ['sources', records.map(({ source }) => source)],
    ['articles', records.map(({ article }) => article)],
    ['fields', records.map(({ article }) => article?.fields)],
    ['plans', plans],
  ])('have %s of one shape', (_, objects) => {
    expect(objects).toHaveLength(COUNT);
    expect(objects.slice(last - 10, last).filter((one) => !haveOneShape(one, objects[last]))).toHaveLength(0);
  });

  it('have a lazy property as their own, made once', () => {
    const { source, article } = records[0] ?? {};
    expect(Object.keys(source ?? {})).toContain('raw');
    expect({ ...source }.raw).toBe(page(0));
    expect(article?.fields.body).toHaveLength(1);
    expect(article?.fields.body).toBe(article?.fields.body);
  });
});
