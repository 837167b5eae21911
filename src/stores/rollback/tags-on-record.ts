import type { ChangedData, DeletedData, EntryState } from '../changes/change-data';
import { fromChangeText, isCompressed } from '../changes/change-text';
import type { Undo } from './undo';

/** As many changes as are looked at together. */
const PAGE = 100;

interface StateRow {
  readonly id: number;
  readonly kind: 'changed' | 'deleted';
  readonly data: string;
}

function stateOf({ kind, data }: StateRow): EntryState | null {
  const read = fromChangeText(data);
  return kind === 'deleted' ? (read as DeletedData).entry : ((read as ChangedData).entry?.before ?? null);
}

async function selectStates({ session, schema }: Undo, after: number): Promise<readonly StateRow[]> {
  const column = (attribute: string): string => session.name(schema.changes.column(attribute));
  const sql =
    `select id, ${column('kind')} as kind, ${column('data')} as data from ${session.name(schema.changes.name)} ` +
    `where id > ? and ${column('kind')} <> 'created' and (${column('data')} like '%"tags":[[%' or ${isCompressed(column('data'))}) ` +
    `order by id limit ${PAGE}`;
  return session.select<StateRow>(sql, [after]);
}

/**
 * Tags that an entry had which a later change took them from, or deleted: taking that change back gives them to it again.
 *
 * @param after the number of the change behind which is looked
 * @returns ids of their rows
 */
export async function tagsOnRecord(undo: Undo, after: number): Promise<ReadonlySet<number>> {
  const tags = new Set<number>();
  for (let last: number | undefined = after; last !== undefined;) {
    const rows: readonly StateRow[] = await selectStates(undo, last);
    for (const { draft, published } of rows.flatMap((row) => stateOf(row) ?? [])) {
      for (const [tag] of [...(draft.tags ?? []), ...(published?.tags ?? [])]) tags.add(tag);
    }
    last = rows.at(-1)?.id;
  }
  return tags;
}
