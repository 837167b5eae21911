import type { ChangedData, CreatedData, DeletedData } from '../changes/change-data';
import { changeSize, fromChangeText } from '../changes/change-text';
import type { ChangedEntry } from './restore-changed';
import type { CreatedRow } from './remove-created';
import type { DeletedRow } from './restore-deleted';
import type { Undo } from './undo';

/** Greater than any row's number on all databases. */
export const BEHIND_ALL = 2_147_483_647;

/** As many changes, and characters of them, as one transaction takes back. */
const MAX_CHANGES = 200;
const MAX_CHARACTERS = 8_000_000;

interface ChangeHead {
  readonly id: number;
  readonly kind: 'created' | 'changed' | 'deleted';
  readonly uid: string | null;
  readonly entry: string | null;
  readonly size: number;
}

/** The next changes to take back, the newest first: several that changed an entry each, one transaction's creations, or one deletion. */
export type NextChanges =
  | { readonly changed: readonly ChangedEntry[]; readonly lastId: number }
  | { readonly created: CreatedRow; readonly lastId: number }
  | { readonly deleted: DeletedRow; readonly lastId: number };

async function selectHeads({ session, schema, runId }: Undo, before: number): Promise<readonly ChangeHead[]> {
  const column = (attribute: string): string => session.name(schema.changes.column(attribute));
  const sql =
    `select id, ${column('kind')} as kind, ${column('uid')} as uid, ${column('entryDocumentId')} as entry, ` +
    `${changeSize(column('data'))} as size from ${session.name(schema.changes.name)} ` +
    `where ${column('runId')} = ? and id < ? order by id desc limit ${MAX_CHANGES}`;
  return session.select<ChangeHead>(sql, [runId, before]);
}

/** As many of the changes as belong together: no entry twice, no creation or deletion, and not too much at once. */
function firstPart(heads: readonly ChangeHead[]): readonly ChangeHead[] {
  const seen = new Set<string>();
  let characters = 0;
  const end = heads.findIndex(({ kind, uid, entry, size }) => {
    const key = `${uid} ${entry}`;
    characters += Number(size);
    const isNext = kind !== 'changed' || seen.has(key) || (seen.size > 0 && characters > MAX_CHARACTERS);
    seen.add(key);
    return isNext;
  });
  return end === -1 ? heads : heads.slice(0, Math.max(1, end));
}

interface ChangeBody {
  readonly id: number;
  readonly data: string;
  readonly created: unknown;
}

async function selectBodies(
  { session, schema }: Undo,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ChangeBody>> {
  const column = (attribute: string): string => session.name(schema.changes.column(attribute));
  const sql =
    `select id, ${column('data')} as data, ${column('createdAt')} as created from ${session.name(schema.changes.name)} ` +
    `where ${session.isOneOf('id')}`;
  const rows = await session.select<ChangeBody>(sql, [session.list(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The changes of the run that come before a number, newest first.
 *
 * @returns null where there are none
 */
export async function nextChanges(undo: Undo, before: number): Promise<NextChanges | null> {
  const heads = firstPart(await selectHeads(undo, before));
  const [first] = heads;
  const lastId = heads.at(-1)?.id ?? 0;
  if (first === undefined) return null;
  const bodies = await selectBodies(
    undo,
    heads.map(({ id }) => id),
  );
  const dataOf = (id: number): unknown => fromChangeText(bodies.get(id)?.data ?? '{}');
  const timeOf = (id: number): string => undo.session.toInstant(bodies.get(id)?.created) ?? '';
  if (first.kind === 'created') {
    return { created: { id: first.id, at: timeOf(first.id), data: dataOf(first.id) as CreatedData }, lastId };
  }
  if (first.kind === 'deleted') return { deleted: { id: first.id, data: dataOf(first.id) as DeletedData }, lastId };
  const changed = heads.map(({ id, uid, entry }): ChangedEntry => {
    return { id, uid: uid ?? '', documentId: entry ?? '', at: timeOf(id), data: dataOf(id) as ChangedData };
  });
  return { changed, lastId };
}
