import type { Session } from './bulk/sessions/session';
import type { ChangedData, CreatedData, EntryState } from './changes/change-data';
import { fromChangeText } from './changes/change-text';
import type { ChangeSchema } from './changes/change-schema';
import type { Data } from './bulk/tables';
import { BEHIND_ALL } from './rollback/next-changes';
import { isAsCreated, isAsLeft, type EntryTimes, type RowTimes } from './rollback/rows-now';
import { publishedOf } from './rollback/write-states';

const ARTICLE = 'api::article.article';

/** As many records as are read together. */
const PAGE = 100;

/** Whether an article's rows are as imports left them, and nobody else has written them in between either. */
export type IsAsImported = (now: EntryTimes) => boolean;

interface Reading {
  readonly session: Session;
  readonly schema: ChangeSchema;
}

interface RecordRow {
  readonly id: number;
  readonly document: string | null;
  readonly data: string;
}

async function selectRecords(
  { session, schema }: Reading,
  condition: (column: (attribute: string) => string) => string,
  bindings: readonly unknown[],
): Promise<readonly RecordRow[]> {
  const column = (attribute: string): string => session.name(schema.changes.column(attribute));
  const sql =
    `select id, ${column('entryDocumentId')} as document, ${column('data')} as data ` +
    `from ${session.name(schema.changes.name)} where ${condition(column)} limit ${PAGE}`;
  return session.select<RecordRow>(sql, bindings);
}

interface Creation {
  readonly id: number;
  readonly isPublished: boolean;
}

/** When imports created the articles, on record; of one that was restored, when it came last. */
async function findCreations(reading: Reading, wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, Creation>> {
  const found = new Map<string, Creation>();
  for (let before: number | undefined = BEHIND_ALL; before !== undefined && found.size < wanted.size;) {
    const rows: readonly RecordRow[] = await selectRecords(
      reading,
      (column) => `${column('kind')} = 'created' and id < ? order by id desc`,
      [before],
    );
    const entries = rows.flatMap(({ id, data }) =>
      ((fromChangeText(data) as CreatedData)[ARTICLE] ?? []).map((entry) => ({ id, entry })),
    );
    for (const { id, entry } of entries) {
      const [documentId, isPublished] = entry;
      if (wanted.has(documentId) && !found.has(documentId))
        found.set(documentId, { id, isPublished: isPublished === 1 });
    }
    before = rows.at(-1)?.id;
  }
  return found;
}

async function* changesOf(reading: Reading, documentIds: readonly string[]): AsyncGenerator<RecordRow> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const { session } = reading;
    const rows: readonly RecordRow[] = await selectRecords(
      reading,
      (column) =>
        `${column('kind')} = 'changed' and ${column('uid')} = ? and ${session.isOneOf(column('entryDocumentId'))} ` +
        'and id > ? order by id',
      [ARTICLE, session.list(documentIds), after],
    );
    yield* rows;
    after = rows.at(-1)?.id;
  }
}

const instant = (value: Data[string]): string | null => (typeof value === 'string' ? value : null);

const timesOf = ({ createdAt, updatedAt }: Data): RowTimes => ({
  createdAt: instant(createdAt),
  updatedAt: instant(updatedAt),
});

function entryTimes(state: EntryState): EntryTimes {
  const published = publishedOf(state);
  return { draft: timesOf(state.draft.values), published: published === null ? null : timesOf(published.values) };
}

/**
 * Follows the records of articles: each import has to have found the rows as the one before had left them.
 *
 * @returns by document id; an article whose creation is not on record is absent
 */
export async function findAsImported(
  reading: Reading,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, IsAsImported>> {
  const creations = await findCreations(reading, new Set(documentIds));
  const checks = new Map<string, IsAsImported>();
  for (const [documentId, { isPublished }] of creations) {
    checks.set(documentId, (now) => isAsCreated(now, isPublished));
  }
  for await (const { id, document, data } of changesOf(reading, [...creations.keys()])) {
    const check = checks.get(document ?? '');
    const { entry } = fromChangeText(data) as ChangedData;
    if (document === null || check === undefined || entry === null || id < (creations.get(document)?.id ?? 0)) continue;
    const wasLeft = entry.before === null || check(entryTimes(entry.before));
    checks.set(document, (now) => wasLeft && isAsLeft(now, entry.after));
  }
  return checks;
}
