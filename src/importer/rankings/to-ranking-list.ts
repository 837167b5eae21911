import type { ParsedDocument, ParsedRankingEntry, ParsedRankingList } from '../documents';
import { sha256 } from '../normalise/hash';
import { headlineKey } from '../normalise/headline-key';
import { captureInstant } from '../normalise/instant';
import type { CapturedAtBasis, RankingEntryRecord, RankingListRecord } from '../records';
import { listKey, ownerOf } from './list-key';

/** When a page showed its lists, and who says so. */
interface Capture {
  readonly capturedAt: string;
  readonly basis: CapturedAtBasis;
}

/** `2025-04-10T05:15`: the ten pages of one visit are fetched within seconds of each other. */
const MINUTE_LENGTH = 16;

/** The carrier's word, else what the import was told to assume, else the import's own time. The article's date says nothing of it. */
function captureOf({ capturedAt, assumedCapture }: ParsedDocument, importedAt: string): Capture {
  const stated = captureInstant(capturedAt);
  if (stated !== null) return { capturedAt: stated, basis: 'stated' };
  return assumedCapture ?? { capturedAt: importedAt, basis: 'import' };
}

function toEntries(list: ParsedRankingList): readonly RankingEntryRecord[] {
  const printed = [...list.entries].sort((left, right) => left.position - right.position);
  return printed.map(({ position, headline, truncated, description }, index) => ({
    headline,
    truncated,
    description,
    printedPosition: position,
    position: index + 1,
    headlineKey: headlineKey(headline),
  }));
}

const isSameCapture = (left: Capture, right: Capture): boolean =>
  left.capturedAt === right.capturedAt && left.basis === right.basis;

/** As many lists as the pages of one visit show, and some more. */
const REMEMBERED = 64;
const known = new Map<string, RankingListRecord>();

/** Many pages show one list: it is worked out once, and the same object says that it is the same. */
function rememberList(key: string, make: () => RankingListRecord): RankingListRecord {
  const before = known.get(key);
  if (before !== undefined) return before;
  const [oldest = ''] = known.keys();
  if (known.size >= REMEMBERED) known.delete(oldest);
  const list = make();
  known.set(key, list);
  return list;
}

/** A list as printed, what its snapshot depends on besides, and the snapshot. */
interface Printed {
  readonly list: ParsedRankingList;
  readonly publisher: string | null;
  readonly owner: string | null;
  readonly capture: Capture;
  readonly snapshot: RankingListRecord;
}

/** The last list under each heading: the next page often shows the same, and comparing two lists is quicker than a text of one. */
const last = new Map<string, Printed>();

function rememberLast(printed: Printed): RankingListRecord {
  if (last.size >= REMEMBERED) last.clear();
  last.set(printed.list.title, printed);
  return printed.snapshot;
}

const isSameEntry = (left: ParsedRankingEntry, right: ParsedRankingEntry | undefined): boolean =>
  left.headline === right?.headline &&
  left.position === right.position &&
  left.truncated === right.truncated &&
  left.description === right.description;

/** Whether two lists under the same heading say the same; the dates of rows are in no snapshot. */
function isSameList(left: ParsedRankingList, right: ParsedRankingList): boolean {
  if (left.entries.length !== right.entries.length || (left.key ?? null) !== (right.key ?? null)) return false;
  if (left.scope !== right.scope || left.articleSection !== right.articleSection) return false;
  return left.window === right.window && left.entries.every((entry, at) => isSameEntry(entry, right.entries[at]));
}

/** A text behind its length: however many stand in a row, they can be read in one way only. */
const counted = (text: string | null): string => (text === null ? '-' : `${text.length}:${text}`);

/** What a snapshot is made of, as one text: JSON of it would take several times as long. */
function contentOf(list: ParsedRankingList, owner: string | null, publisher: string | null, capture: Capture): string {
  const { key, title, scope, articleSection, window, entries } = list;
  let content = [key ?? null, title, scope, articleSection, window, owner, publisher, capture.capturedAt, capture.basis]
    .map(counted)
    .join('');
  for (const { position, headline, truncated, description } of entries)
    content += `${position}${truncated ? '+' : '='}${counted(headline)}${counted(description)}`;
  return content;
}

/**
 * A ranking list as one capture of it. Captures to the same minute with the same rows are one snapshot; without a known time the same rows are
 * one snapshot whenever they are imported, so that importing again makes no new ones.
 */
export function toRankingList(list: ParsedRankingList, parsed: ParsedDocument, importedAt: string): RankingListRecord {
  const { publisher, url } = parsed;
  const owner = ownerOf(publisher, url);
  const capture = captureOf(parsed, importedAt);
  const before = last.get(list.title);
  const isKnown = before?.publisher === publisher && before.owner === owner && isSameCapture(before.capture, capture);
  if (isKnown && isSameList(before.list, list)) return before.snapshot;
  const content = contentOf(list, owner, publisher, capture);
  const snapshot = rememberList(content, () => toSnapshot(list, publisher, owner, capture));
  return rememberLast({ list, publisher, owner, capture, snapshot });
}

function toSnapshot(
  list: ParsedRankingList,
  publisher: string | null,
  owner: ReturnType<typeof ownerOf>,
  { capturedAt, basis }: Capture,
): RankingListRecord {
  const { title, scope, articleSection, window } = list;
  const key = listKey(list, owner);
  const entries = toEntries(list);
  const rows = entries.map((entry) => [entry.position, entry.headline]);
  const minute = basis === 'import' ? null : new Date(capturedAt).toISOString().slice(0, MINUTE_LENGTH);
  return {
    key,
    title,
    publisher,
    scope,
    articleSection,
    window,
    entries,
    capturedAt,
    capturedAtBasis: basis,
    captureKey: minute === null ? null : sha256(JSON.stringify([key, minute])),
    snapshotKey: sha256(JSON.stringify([key, minute, rows])),
  };
}
