import { headlineKey } from '../normalise/headline-key';
import { twinKey } from '../plan/possible-twin';
import type { DocumentRecord } from '../records';
import type { StoredState } from '../store';
import type { Settled } from './each-in-halves';
import type { LoadedWave } from './loaded-wave';

type State = Settled<StoredState> | undefined;

const knownOf = (state: State): StoredState | null => (state !== undefined && 'value' in state ? state.value : null);

/**
 * What a document is known by, itself and its article, now and as it was last read: whoever stores another one with any of these changes what is known of it. A key
 * that a document gives up may be the only one's of another article then.
 */
function keysOf({ source, article }: DocumentRecord, state: StoredState | null): readonly string[] {
  const documentId = state?.article?.documentId ?? null;
  const { articleIdentity, articleAlias } = state?.source ?? {};
  const articleKeys = [article?.identity, article?.alias, articleIdentity, articleAlias];
  return [
    `source ${source.identity}`,
    ...articleKeys.flatMap((key) => (key === null || key === undefined ? [] : [`article ${key}`])),
    ...(documentId === null ? [] : [`document ${documentId}`]),
  ];
}

/** The headline that a document brings, and the one that its article had. */
function headlinesOf(record: DocumentRecord, state: StoredState | null): readonly string[] {
  const known = state?.article?.fields?.headline ?? null;
  return [twinKey(record), known === null ? '' : headlineKey(known)].filter((key) => key !== '');
}

/** What storing a wave may change of what is known of other documents. */
export interface Written {
  readonly keys: ReadonlySet<string>;
  readonly headlines: ReadonlySet<string>;
  /** Snapshot keys of ranking lists. */
  readonly lists: ReadonlySet<string>;
}

/** What storing these documents may change, whatever becomes of each. */
export function writtenBy(wave: LoadedWave): Written {
  const each = <Item>(
    what: (record: DocumentRecord, state: StoredState | null) => readonly Item[],
  ): ReadonlySet<Item> => new Set(wave.records.flatMap((record, at) => what(record, knownOf(wave.states[at]))));
  return {
    keys: each(keysOf),
    headlines: each(headlinesOf),
    lists: each(({ rankingLists }) => rankingLists.map(({ snapshotKey }) => snapshotKey)),
  };
}

/**
 * Whether what was looked up of a document, while others were being stored, has to be looked up again: what it is known by is theirs as well. Of an article with
 * the same headline all of it may have changed; a ranking list that others show is not one that an editor has deleted any more.
 */
export function isOutdated(record: DocumentRecord, state: State, { keys, headlines, lists }: Written): boolean {
  const known = knownOf(state);
  if (known === null || (known.twin ?? null) !== null) return true;
  if (keysOf(record, known).some((key) => keys.has(key))) return true;
  if (known.article === null && headlines.has(twinKey(record))) return true;
  return record.rankingLists.some(
    ({ snapshotKey }) => known.deletedLists?.has(snapshotKey) === true && lists.has(snapshotKey),
  );
}
