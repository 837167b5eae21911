import fc from 'fast-check';
import type { ParsedDocument, ParsedRankingList } from '../../../src/importer/documents';
import { recordsFromText } from '../../../src/importer/records-from-text';
import { arrangeEntries, type PlacedRow } from '../../../src/importer/rankings/arrange-entries';
import { findFault, type CuratedRow } from '../../../src/importer/rankings/check-entries';
import { decideLinks } from '../../../src/importer/rankings/decide-links';
import { listKey, ownerOf } from '../../../src/importer/rankings/list-key';
import { matchHeadline } from '../../../src/importer/rankings/match-headline';
import { toRankingList } from '../../../src/importer/rankings/to-ranking-list';

const LIST: ParsedRankingList = { title: 'MOST READ', scope: 'site', articleSection: null, window: null, entries: [] };

describe('the key of a list', () => {
  it('is made of publisher, label and window', () => {
    expect(listKey(LIST, 'The Harbor News')).toBe('the-harbor-news-most-read');
    expect(listKey({ ...LIST, title: 'Most Read in the past 24 hours', window: '24h' }, 'The Harbor News')).toBe(
      'the-harbor-news-most-read-24h',
    );
    expect(listKey(LIST, null)).toBe('most-read');
  });

  it('stays the same when case, quotes or width change', () => {
    const section = { ...LIST, scope: 'section', articleSection: 'Politics' } as const;
    const titles = ['"Politics" POPULAR', '“politics” Popular', "'Politics' popular", 'Ｐolitics  POPULAR'];
    const keys = titles.map((title) => listKey({ ...section, title }, 'Harbor'));
    expect(new Set(keys)).toEqual(new Set(['harbor-politics-popular']));
    const [double, single] = ['"港" 人気記事', "'港' 人気記事"].map((title) => listKey({ ...LIST, title }, 'Harbor'));
    expect(single).toBe(double);
    const quoted = ['「港」人気記事', '『港』人気記事', '｢港｣人気記事', '"港"人気記事', '港人気記事'];
    expect(new Set(quoted.map((title) => listKey({ ...LIST, title }, 'Harbor'))).size).toBe(1);
  });

  it('tells lists apart that share their Latin letters, or a long beginning', () => {
    const keyOf = (title: string, owner: string) => listKey({ ...LIST, title }, owner);
    expect(keyOf('人気記事TOP10', 'Harbor')).not.toBe(keyOf('アクセスTOP10', 'Harbor'));
    expect(keyOf('Most Read', '港 Online')).not.toBe(keyOf('Most Read', '島 Online'));
    const long = 'What readers read '.repeat(9);
    expect(keyOf(`${long} now`, 'Harbor')).not.toBe(keyOf(`${long} then`, 'Harbor'));
    expect(keyOf('Les plus lus à l’île', 'Harbor')).toBe('harbor-les-plus-lus-a-lile');
  });

  it('names the section where the label does not, and tells other scripts apart', () => {
    const section = { ...LIST, scope: 'section', articleSection: 'Sports' } as const;
    expect(listKey(section, 'Harbor')).toBe('harbor-sports-most-read');
    const [one, other] = ['アクセスランキング', '人気記事'].map((title) => listKey({ ...LIST, title }, '港新聞'));
    expect(one).toMatch(/^publisher-[0-9a-f]{10}-list-[0-9a-f]{10}$/);
    expect(one).not.toBe(other);
  });

  it('is what the profile says, with the section and the window', () => {
    const named = { ...LIST, key: '{section}-popular', scope: 'section', articleSection: 'Crime & Courts' } as const;
    expect(listKey({ ...named, window: '7d' }, 'Harbor')).toBe('crime-and-courts-popular-7d');
    expect(listKey({ ...LIST, key: 'jn-access-ranking' }, 'Harbor')).toBe('jn-access-ranking');
  });

  it('names the host where no publisher is known', () => {
    expect(ownerOf(null, 'https://www.harbor.example/a')).toBe('harbor example');
    expect(ownerOf('Harbor', 'https://www.harbor.example/a')).toBe('Harbor');
    expect(ownerOf(null, 'no address')).toBeNull();
  });
});

describe('the lists of The Japan News', () => {
  const page = [
    'Headline of a Page',
    '14:15 JST, April 10, 2025',
    'Text of it.',
    '"Politics" POPULAR ARTICLE',
    '-',
    'One',
  ];
  const lists = recordsFromText([...page, 'JN ACCESS RANKING', '-', 'One'].join('\n'), {
    path: 'a.txt',
    importedAt: '2025-05-01T00:00:00.000Z',
  }).flatMap(({ rankingLists }) => rankingLists);

  it('are of two kinds, and say nothing of a window', () => {
    expect(lists.map(({ key, scope, articleSection, window }) => [key, scope, articleSection, window])).toEqual([
      ['politics-popular', 'section', 'Politics', null],
      ['jn-access-ranking', 'site', null, null],
    ]);
  });

  it("never take the article's date for the time of the capture", () => {
    expect(lists.map(({ capturedAt, capturedAtBasis }) => [capturedAt, capturedAtBasis])).toEqual([
      ['2025-05-01T00:00:00.000Z', 'import'],
      ['2025-05-01T00:00:00.000Z', 'import'],
    ]);
  });
});

describe('a snapshot', () => {
  const parsed = { capturedAt: null, url: null, publisher: 'Harbor' } as ParsedDocument;
  const entry = (headline: string, position: number) => ({
    ...{ headline, position, truncated: false, description: null, date: null },
  });
  const list = { ...LIST, entries: [entry('A', 1), entry('B', 2)] };
  const snapshot = (more: Partial<ParsedDocument>, importedAt = '2025-05-01T00:00:00.000Z', of = list) =>
    toRankingList(of, { ...parsed, ...more }, importedAt);

  it('is one for all pages of a minute, and another for other rows, another order or another time', () => {
    const one = snapshot({ capturedAt: '2025-04-10T05:15:01.000Z' });
    expect(snapshot({ capturedAt: '2025-04-10T05:15:40.000Z' }).snapshotKey).toBe(one.snapshotKey);
    expect(snapshot({ capturedAt: '2025-04-10T05:16:00.000Z' }).snapshotKey).not.toBe(one.snapshotKey);
    const turned = { ...LIST, entries: [entry('B', 1), entry('A', 2)] };
    const other = snapshot({ capturedAt: '2025-04-10T05:15:01.000Z' }, '2025-05-01T00:00:00.000Z', turned);
    expect(other.snapshotKey).not.toBe(one.snapshotKey);
    expect(other.captureKey).toBe(one.captureKey);
  });

  it('is one for all imports where no time of capture is known', () => {
    const [one, later] = [snapshot({}), snapshot({}, '2026-01-01T00:00:00.000Z')];
    expect(later.snapshotKey).toBe(one.snapshotKey);
    expect([one.captureKey, one.capturedAtBasis]).toEqual([null, 'import']);
  });

  it('has the time of the carrier before one that is assumed, and says which', () => {
    const assumedCapture = { capturedAt: '2025-04-11T00:00:00.000Z', basis: 'file' } as const;
    expect(snapshot({ assumedCapture })).toMatchObject({
      ...{ capturedAt: '2025-04-11T00:00:00.000Z', capturedAtBasis: 'file' },
    });
    expect(snapshot({ assumedCapture, capturedAt: '2025-04-10T05:15:00.000Z' })).toMatchObject({
      ...{ capturedAt: '2025-04-10T05:15:00.000Z', capturedAtBasis: 'stated' },
    });
  });

  it('counts rows from 1, and keeps the printed numbers', () => {
    const { entries } = snapshot({}, '2025-05-01T00:00:00.000Z', {
      ...LIST,
      entries: [entry('Third', 3), entry('First', 1), entry('Also third', 3)],
    });
    expect(entries.map(({ headline, position, printedPosition }) => [headline, position, printedPosition])).toEqual([
      ['First', 1, 1],
      ['Third', 2, 3],
      ['Also third', 3, 3],
    ]);
  });
});

describe('a printed headline', () => {
  const article = (documentId: string, headline: string) => ({ id: Number(documentId), documentId, headline });
  const plain = article('1', 'Ferry Sails');
  const updated = article('2', 'Ferry Sails (Update 2)');
  const match = (headline: string, byKey = [plain, updated]) => {
    const {
      article: found,
      method,
      candidates,
    } = matchHeadline({ headline, truncated: false }, { byKey, byPrefix: [] });
    return [found?.documentId ?? null, method, candidates];
  };

  it('prefers the very headline, and takes another revision where there is but one', () => {
    expect(match('FERRY SAILS (UPDATE 2)')).toEqual(['2', 'exact', 1]);
    expect(match('Ferry Sails')).toEqual(['1', 'exact', 1]);
    expect(match('Ferry Sails (Update 7)', [plain])).toEqual(['1', 'revision', 1]);
    expect(match('Ferry Sails (Update 7)')).toEqual([null, null, 2]);
    expect(match('Ferry Sails', [])).toEqual([null, null, 0]);
  });

  it('that is cut links by its beginning, unless an article ends in the same dots', () => {
    const dotted = article('3', 'Wait for the Ferry...');
    const whole = article('4', 'Wait for the Ferry and Sail');
    const printed = { headline: 'Wait for the Ferry…', truncated: true };
    expect(matchHeadline(printed, { byKey: [], byPrefix: [whole] })).toMatchObject({
      article: whole,
      method: 'prefix',
    });
    const found = { byKey: [dotted], byPrefix: [dotted, whole] };
    expect(matchHeadline(printed, found)).toMatchObject({ article: dotted, method: 'exact' });
  });

  it('in two rows shows the article in the first of them that readers see', () => {
    const matched = matchHeadline({ headline: 'Ferry Sails', truncated: false }, { byKey: [plain], byPrefix: [] });
    const row = (order: number, hidden: boolean) => ({
      ...{ headlineKey: 'ferry sails', match: matched, choice: null, order, hidden },
    });
    const links = decideLinks([row(3, false), row(1, true), row(2, false)], new Set());
    expect(links.map(({ linkState, articleId }) => [linkState, articleId])).toEqual([
      ['duplicate', null],
      ['resolved', 1],
      ['resolved', 1],
    ]);
  });
});

describe('the curated order', () => {
  const placed = (name: string, pinnedPosition: number | null = null, hidden = false) => ({
    ...{ name, pinnedPosition, hidden },
  });
  const order = (rows: readonly (PlacedRow & { readonly name: string })[]) =>
    arrangeEntries(rows).map(({ row, position }) => `${position ?? 'hidden'} ${row.name}`);

  it('has pinned rows in their places, hidden rows in none, and the others as they were saved', () => {
    expect(order([placed('a'), placed('b', null, true), placed('c'), placed('d', 1)])).toEqual([
      '1 d',
      'hidden b',
      '2 a',
      '3 c',
    ]);
    expect(order([placed('a', 9), placed('b'), placed('c', 3)])).toEqual(['1 b', '2 c', '3 a']);
  });

  it('counts from 1 to n, loses no row, and is the same when it is saved again', () => {
    const pinned = fc.record({
      ...{ pinnedPosition: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }), hidden: fc.boolean() },
      name: fc.string(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(pinned, { maxLength: 10, selector: (row) => row.pinnedPosition ?? row }), (rows) => {
        const arranged = arrangeEntries(rows);
        const positions = arranged.flatMap(({ position }) => position ?? []);
        expect(positions).toEqual(positions.map((_, at) => at + 1));
        expect(new Set(arranged.map(({ row }) => row))).toEqual(new Set(rows));
        expect(arranged.every(({ row, position }) => row.hidden === (position === null))).toBe(true);
        expect(arrangeEntries(arranged.map(({ row }) => row))).toEqual(arranged);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what an editor may save', () => {
  const row = (headline: string, more: Partial<CuratedRow> = {}): CuratedRow => ({
    ...{ headline, hidden: false, pinnedPosition: null, printedPosition: 1, chosenDocumentId: null },
    ...more,
  });
  const change = (stored: CuratedRow, saved: CuratedRow | null) => ({ stored, saved });

  it('is any arrangement of the printed rows', () => {
    const rows = [row('A', { hidden: true, pinnedPosition: 1 }), row('B', { pinnedPosition: 1 })];
    expect(
      findFault(
        rows,
        rows.map((each) => change(each, each)),
      ),
    ).toBeNull();
  });

  it('keeps each printed row and its words', () => {
    expect(findFault([], [change(row('A'), null)])).toMatch(/printed “A”.*hide it instead of deleting/);
    expect(findFault([row('B')], [change(row('A'), row('B'))])).toMatch(/printed “A”, and that stays.*Label/);
    const added = row('A', { printedPosition: null });
    expect(findFault([row('B')], [change(added, row('B', { printedPosition: null })), change(added, null)])).toBeNull();
  });

  it.each([0, -1, 1.5])('has no row at position %d', (pinnedPosition) => {
    expect(findFault([row('A'), row('B', { pinnedPosition })], [])).toMatch(/“B” can’t be pinned to .*from 1/);
    expect(findFault([row('B', { pinnedPosition, hidden: true })], [])).not.toBeNull();
  });

  it('has one row a position and one row an article, as far as readers see', () => {
    const pins = [row('A', { pinnedPosition: 2 }), row('B', { pinnedPosition: 2 })];
    expect(findFault(pins, [])).toMatch(/“A” and “B” are both pinned to position 2/);
    const twins = [row('A', { chosenDocumentId: 'x' }), row('B', { chosenDocumentId: 'x' })];
    expect(findFault(twins, [])).toMatch(/“A” and “B” are linked to the same article/);
    expect(
      findFault([row('A', { chosenDocumentId: 'x', hidden: true }), row('B', { chosenDocumentId: 'x' })], []),
    ).toBeNull();
  });
});
