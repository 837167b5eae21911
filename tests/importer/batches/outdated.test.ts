import { isOutdated, writtenBy } from '../../../src/importer/batches/outdated';
import type { Settled } from '../../../src/importer/batches/each-in-halves';
import type { ArticleFields, DocumentRecord } from '../../../src/importer/records';
import type { StoredState } from '../../../src/importer/store';
import { list, record } from '../../stores/records';

type State = Settled<StoredState>;

const NOTHING: State = { value: { source: null, article: null } };

/** The state of a document whose article is known, with this headline. */
const known = (documentId: string, headline: string): State => {
  const fields = { headline } as ArticleFields;
  return { value: { source: null, article: { documentId, fields, version: null, base: {}, own: null } } };
};

const page = (path: string, headline: string, identity?: string): DocumentRecord =>
  record({ path, article: { headline }, ...(identity === undefined ? {} : { identity }) });

const withAlias = (given: DocumentRecord, alias: string): DocumentRecord =>
  given.article === null ? given : { ...given, article: { ...given.article, alias } };

const LIST = list('Popular', ['Boats']);

/** Whether one document has to be looked up again since the other was stored. */
const isOutdatedBy = (one: DocumentRecord, state: State, other: DocumentRecord, before: State = NOTHING): boolean =>
  isOutdated(one, state, writtenBy({ records: [other], states: [before] }));

it('documents that have nothing in common are not looked up again', () => {
  expect(isOutdatedBy(page('a', 'Boats'), NOTHING, page('b', 'Nets'))).toBe(false);
  expect(isOutdatedBy(page('a', 'Boats'), known('1', 'Boats'), page('b', 'Nets'), known('2', 'Nets'))).toBe(false);
  expect(isOutdatedBy(record({ path: 'a' }), NOTHING, record({ path: 'b' }))).toBe(false);
});

it.each([
  { what: 'the same source', one: page('a', 'Boats'), other: page('a', 'Nets') },
  { what: 'the same article', one: page('a', 'Boats', 'one'), other: page('b', 'Nets', 'one') },
  {
    what: 'the article by its other key',
    one: page('a', 'Boats', 'one'),
    other: withAlias(page('b', 'Nets', 'two'), 'one'),
  },
  {
    what: 'its other key as the key',
    one: withAlias(page('a', 'Boats', 'one'), 'two'),
    other: page('b', 'Nets', 'two'),
  },
  {
    what: 'the headline of a new article',
    one: page('a', "The harbor's boats"),
    other: page('b', 'The harbor’s boats'),
  },
])('what has $what is looked up again', ({ one, other }) => {
  expect(isOutdatedBy(one, NOTHING, other)).toBe(true);
});

it('what is an entry that others write, or has the headline that one of theirs had, is looked up again', () => {
  const [one, other] = [page('a', 'Boats'), page('b', 'Nets')];
  expect(isOutdatedBy(one, known('1', 'Boats'), other, known('1', 'Boats'))).toBe(true);
  expect(isOutdatedBy(one, NOTHING, other, known('1', 'Boats'))).toBe(true);
});

it('a key that another document gives up, or that it gives up itself, is looked at again', () => {
  const read: State = {
    value: { source: { contentHash: 'old', parserVersion: '1', articleAlias: 'one' }, article: null },
  };
  expect(isOutdatedBy(page('a', 'Boats', 'one'), NOTHING, page('b', 'Nets', 'two'), read)).toBe(true);
  expect(isOutdatedBy(page('a', 'Boats', 'two'), read, page('b', 'Nets', 'one'))).toBe(true);
});

it('the headline of an article that is known does not matter', () => {
  expect(isOutdatedBy(page('a', 'Boats'), known('1', 'Boats'), page('b', 'Boats'))).toBe(false);
});

it('a list that others show matters where it was taken for one that an editor has deleted', () => {
  const [one, other] = [record({ path: 'a', lists: [LIST] }), record({ path: 'b', lists: [LIST] })];
  const seen = (...keys: readonly string[]): State => ({
    value: { source: null, article: null, deletedLists: new Set(keys) },
  });
  expect(isOutdatedBy(one, seen(), other)).toBe(false);
  expect(isOutdatedBy(one, seen(LIST.snapshotKey), other)).toBe(true);
  expect(isOutdatedBy(one, seen(LIST.snapshotKey), record({ path: 'b' }))).toBe(false);
  expect(isOutdatedBy(record({ path: 'a' }), seen(LIST.snapshotKey), other)).toBe(false);
});

it('what has a lookalike, or could not be looked up, is looked up again in any case', () => {
  const twin = { headline: 'Boats', publisher: null, datePublished: null, datePublishedPrecision: null, path: 'c' };
  expect(isOutdatedBy(page('a', 'Boats'), { value: { source: null, article: null, twin } }, page('b', 'Nets'))).toBe(
    true,
  );
  expect(isOutdatedBy(page('a', 'Boats'), { error: new Error('down') }, page('b', 'Nets'))).toBe(true);
});
