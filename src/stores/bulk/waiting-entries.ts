import { MIN_PREFIX_LENGTH, truncatedKeys } from '../../importer/normalise/truncated-keys';
import type { Batch } from './batch';
import type { Wanted } from './link-candidates';

/** A stored row of a ranking list that may be linked, with its present link. */
export interface WaitingEntry extends Wanted {
  readonly id: number;
  readonly linkState: string | null;
  readonly articleId: number | null;
}

interface EntryRow {
  readonly id: number;
  readonly key: string | null;
  readonly truncated: unknown;
  readonly state: string | null;
  readonly article: number | null;
  readonly published: unknown;
}

/** Entries that no editor linked by hand. */
function selectEntries({ session, schema }: Batch, source = ''): string {
  const { entries, lists, entryParts, articleLinks } = schema;
  const name = (text: string): string => session.name(text);
  const entry = (attribute: string): string => `entry.${name(entries.column(attribute))}`;
  return [
    `select entry.id, ${entry('headlineKey')} as ${name('key')}, ${entry('truncated')} as ${name('truncated')},`,
    `${entry('linkState')} as ${name('state')}, link.${name(articleLinks.inverseJoinColumn.name)} as ${name('article')},`,
    `list.${name(lists.column('publishedAt'))} as ${name('published')}`,
    `from ${source} ${name(entries.name)} as entry`,
    `join ${name(entryParts.name)} as part on part.${name(entryParts.inverseJoinColumn.name)} = entry.id`,
    `and part.component_type = '${entries.uid}'`,
    `join ${name(lists.name)} as list on list.id = part.${name(entryParts.joinColumn.name)}`,
    `left join ${name(articleLinks.name)} as link on link.${name(articleLinks.joinColumn.name)} = entry.id`,
    `where (${entry('linkState')} is null or ${entry('linkState')} <> 'manual')`,
  ].join(' ');
}

function toEntry({ id, key, truncated, state, article, published }: EntryRow): WaitingEntry {
  return {
    ...{ id, headlineKey: key ?? '', truncated: Boolean(truncated), linkState: state, articleId: article },
    status: published === null ? 'draft' : 'published',
  };
}

/** The shortest and the longest text that a cut headline may show of a key. */
function rangeOf(key: string): readonly [string, string] {
  return [Array.from(key).slice(0, MIN_PREFIX_LENGTH).join('').trimEnd(), key];
}

/** Stored entries that print one of these headlines: with the same key, or cut ("… in Ho...") with a beginning of it. */
export async function findWaiting(batch: Batch, keys: readonly string[]): Promise<readonly WaitingEntry[]> {
  if (keys.length === 0) return [];
  const { session, schema } = batch;
  const key = `entry.${session.name(schema.entries.column('headlineKey'))}`;
  const whole = await session.select<EntryRow>(`${selectEntries(batch)} and ${session.isOneOf(key)}`, [
    session.list(keys),
  ]);
  const pairs = `${session.pairs()} as headline cross join`;
  const cut = await session.select<EntryRow>(
    `${selectEntries(batch, pairs)} and ${key} >= headline.low and ${key} <= headline.high and entry.truncated = ${session.truth}`,
    [JSON.stringify(keys.map(rangeOf))],
  );
  const beginnings = new Set(cut.length === 0 ? [] : keys.flatMap(truncatedKeys));
  const known = new Set(keys);
  const rows = [
    ...whole.filter((row) => known.has(row.key ?? '')),
    ...cut.filter((row) => beginnings.has(row.key ?? '')),
  ];
  return [...new Map(rows.map((row) => [row.id, toEntry(row)])).values()];
}
