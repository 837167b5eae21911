import { planDocument } from '../../../src/importer/plan/plan-document';
import { DEFAULT_RULES, FIELD_NAMES, type PlanRules } from '../../../src/importer/plan/plan-rules';
import type { ArticleFields, DocumentRecord } from '../../../src/importer/records';
import type { KnownArticle, StoredState } from '../../../src/importer/store';
import { article, body } from './articles';

function record(fields: ArticleFields | null, sha256 = 'new'): DocumentRecord {
  return {
    source: {
      ...{ identity: 'path:a.txt', path: 'a.txt', index: 0, url: null, capturedAt: null, sha256 },
      ...{ encoding: 'utf-8', raw: '', parserVersion: '1', profile: 'general' },
    },
    article: fields === null ? null : { identity: 'text:a', fields },
    rankingLists: [],
    diagnostics: [],
  };
}

const OLD = article({ headline: 'Tide', kicker: 'Sea', dateline: 'Harbor', body: body('One.', 'Two.') });
const NEW = { ...OLD, headline: 'Tide turns', body: body('One.', 'Zwei.') };

const known = (more: Partial<KnownArticle> = {}): StoredState => ({
  source: { contentHash: 'old', parserVersion: '1' },
  article: { documentId: 'doc', fields: OLD, version: null, base: OLD, own: OLD, ...more },
});
const NOTHING: StoredState = { source: null, article: null };

const plan = (state: StoredState, rules: Partial<PlanRules> = {}, theirs: ArticleFields = NEW) =>
  planDocument(record(theirs), state, { ...DEFAULT_RULES, ...rules });

it.each([
  [{}, NOTHING, 'create'],
  [{ updateOnly: true }, NOTHING, 'skipped'],
  [{ createOnly: true }, NOTHING, 'create'],
  [{}, known(), 'update'],
  [{ updateOnly: true }, known(), 'update'],
  [{ createOnly: true }, known(), 'skipped'],
  [{}, known({ fields: null }), 'deleted-locally'],
  [{ restore: true }, known({ fields: null }), 'create'],
  [{ restore: true, updateOnly: true }, known({ fields: null }), 'skipped'],
])('with %j: %#', (rules, state, action) => {
  const planned = plan(state, rules);
  expect(planned.action).toBe(action);
  if (action === 'skipped') expect(planned).toMatchObject({ writes: false, changes: {} });
});

describe('an unchanged document', () => {
  const same = (state: StoredState, rules: Partial<PlanRules> = {}) =>
    planDocument(record(NEW, 'old'), state, { ...DEFAULT_RULES, ...rules });
  const read: StoredState = { source: { contentHash: 'old', parserVersion: '1' }, article: null };
  const deleted = { ...read, article: { documentId: 'doc', fields: null, version: null, base: {}, own: null } };

  it('writes nothing, whatever the options', () => {
    for (const rules of [{}, { createOnly: true }, { updateOnly: true }, { onConflict: 'overwrite' as const }]) {
      expect(same(read, rules)).toMatchObject({ action: 'unchanged', writes: false });
    }
  });

  it('stays deleted, each time, until it is restored under its own id', () => {
    expect(same(deleted)).toMatchObject({ action: 'deleted-locally', writes: false });
    expect(same(deleted, { restore: true })).toMatchObject({
      ...{ action: 'create', writes: true, articleDocumentId: 'doc', changes: NEW },
    });
  });
});

describe('conflicts', () => {
  const ours = { ...OLD, headline: 'High tide', kicker: 'Mine' };

  it("keep the editor's value, take the rest, and are reported once", () => {
    const planned = plan(known({ fields: ours }));
    expect(planned).toMatchObject({ action: 'conflict', changes: { body: NEW.body } });
    expect(planned.diagnostics).toMatchObject([
      {
        code: 'merge-conflict',
        actual: 'High tide',
        expected: 'Tide turns',
        message: expect.stringContaining('headline'),
      },
    ]);
    const merged = { ...ours, ...planned.changes };
    const next = plan(
      known({ fields: merged, base: planned.base ?? {}, own: planned.base }),
      {},
      {
        ...NEW,
        dateline: 'Quay',
      },
    );
    expect(next).toMatchObject({ action: 'update', changes: { dateline: 'Quay' }, diagnostics: [] });
  });

  it('are overwritten on demand, and nothing else is', () => {
    const planned = plan(known({ fields: ours }), { onConflict: 'overwrite' });
    expect(planned).toMatchObject({ action: 'update', diagnostics: [] });
    expect(planned.changes).toEqual({ headline: 'Tide turns', body: NEW.body });
  });
});

describe('with chosen fields', () => {
  it('the others wait: the ledger does not count the document as read', () => {
    const planned = plan(known(), { fields: ['headline'] });
    expect(planned.changes).toEqual({ headline: 'Tide turns' });
    expect(planned).toMatchObject({ isWhole: false, base: { headline: 'Tide turns', body: OLD.body }, stated: null });
    const later = planDocument(
      record(NEW),
      {
        source: { contentHash: null, parserVersion: '1' },
        article: {
          documentId: 'doc',
          fields: { ...OLD, ...planned.changes },
          version: null,
          base: planned.base ?? {},
          own: planned.base,
        },
      },
      DEFAULT_RULES,
    );
    expect(later).toMatchObject({ action: 'update', isWhole: true });
    expect(later.changes).toEqual({ body: NEW.body });
  });

  it('a document whose other fields have nothing new is read', () => {
    expect(plan(known(), { fields: ['headline', 'body', 'description'] }).isWhole).toBe(true);
  });

  it('names every field of an article', () => {
    expect([...FIELD_NAMES].sort()).toEqual(Object.keys(OLD).sort());
  });
});

describe('several sources of one article', () => {
  const poor = { ...OLD, kicker: null, dateline: null };

  it('a further one takes nothing away by lacking it', () => {
    const planned = plan(known({ own: null }), {}, poor);
    expect(planned).toMatchObject({ action: 'unchanged', base: OLD, stated: poor });
  });

  it('one that says a field as it said it before does not take back what another said since', () => {
    const base = { ...OLD, dateline: 'Quay' };
    const state = known({ base, fields: base, own: OLD });
    const planned = plan(state, {}, { ...OLD, kicker: 'River' });
    expect(planned.changes).toEqual({ kicker: 'River' });
    expect(planned.base).toMatchObject({ dateline: 'Quay', kicker: 'River' });
  });
});

describe('another article under a known name', () => {
  const monday = article({ headline: 'Monday', datePublished: '2025-04-11T00:05:00.000Z', body: body('One.', 'Two.') });
  const tuesday = article({ headline: 'Tuesday', datePublished: '2025-04-12T00:05:00.000Z', body: body('Three.') });
  const state = known({ fields: monday, base: monday, own: monday });
  const actionFor = (theirs: ArticleFields, stored: StoredState = state): string => plan(stored, {}, theirs).action;

  it('does not overwrite the first one', () => {
    const planned = plan(state, { onConflict: 'overwrite' }, tuesday);
    expect(planned).toMatchObject({ action: 'rejected', writes: false, changes: {}, rankingLists: [] });
    expect(planned.diagnostics).toMatchObject([{ code: 'name-taken', actual: '“Tuesday”', expected: '“Monday”' }]);
  });

  it('is the same one where headline, time or a paragraph stands, or nothing stood before', () => {
    expect(actionFor({ ...tuesday, headline: 'Monday' })).toBe('update');
    expect(actionFor({ ...tuesday, datePublished: monday.datePublished })).toBe('update');
    expect(actionFor({ ...tuesday, datePublished: null })).toBe('update');
    expect(actionFor({ ...tuesday, body: body('Two.', 'Three.') })).toBe('update');
    const empty = { ...monday, body: [] };
    expect(actionFor(tuesday, known({ fields: empty, base: empty, own: empty }))).toBe('update');
    expect(actionFor(tuesday, known({ fields: monday, base: monday, own: null }))).toBe('update');
  });
});
