import { deriveFields } from '../normalise/derive';
import type { ArticleRecord, DocumentRecord, RankingListRecord } from '../records';
import { BODY_AT, LENGTH_BYTES, type PackedArticle, type PackedRecord } from './packed';

/** Numbers ranking lists in the order in which they come up; those that say the same have one number. */
class Lists {
  readonly #places = new Map<string, number>();
  readonly #known = new Map<RankingListRecord, number>();

  placeOf(list: RankingListRecord): number {
    const known = this.#known.get(list);
    if (known !== undefined) return known;
    const text = JSON.stringify(list);
    const place = this.#places.get(text) ?? this.#places.size;
    this.#places.set(text, place);
    this.#known.set(list, place);
    return place;
  }

  toJson(): string {
    return `[${[...this.#places.keys()].join()}]`;
  }
}

/** The most bytes that a UTF-16 unit takes in UTF-8. */
const MAX_BYTES = 3;

/** Texts one behind the other as UTF-8. It grows to the largest need and is used again: asking for a text's size first takes as long as writing it. */
class Scratch {
  #bytes = Buffer.allocUnsafeSlow(0);
  #size = 0;

  clear(): void {
    this.#size = 0;
  }

  /** @returns its size in bytes */
  add(text: string): number {
    const most = this.#size + text.length * MAX_BYTES;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(most * 2);
      this.#bytes.copy(larger, 0, 0, this.#size);
      this.#bytes = larger;
    }
    const written = this.#bytes.write(text, this.#size, 'utf8');
    this.#size += written;
    return written;
  }

  /** The bytes, behind others; of no pool, so that they can change hands as a whole. */
  concat(before: readonly Uint8Array[]): Uint8Array {
    const parts = [...before, this.#bytes.subarray(0, this.#size)];
    const whole = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

const scratch = new Scratch();

interface Texts {
  readonly article: PackedArticle | null;
  /** Bytes of the body within all fields, and of all fields. */
  readonly sizes: readonly [number, number];
}

/** All fields, of which the body is a part. */
function addArticle(article: ArticleRecord): Texts {
  const { fields, derived = deriveFields(fields) } = article;
  const [body, all] = [derived.bodyJson.toString(), derived.fieldsJson.toString()];
  const before = scratch.add(all.slice(0, BODY_AT + body.length)) - BODY_AT;
  const sizes = [before, before + BODY_AT + scratch.add(all.slice(BODY_AT + body.length))] as const;
  const { headlineKey, wordCount, readableSlug } = derived;
  const { identity, alias } = article;
  // The body keeps its place among the fields: the ledger writes them down in their order.
  const short = { ...fields, body: null };
  return { article: { identity, alias, fields: short, derived: { headlineKey, wordCount, readableSlug } }, sizes };
}

function addRecord(record: DocumentRecord, lists: Lists): PackedRecord {
  const { source, article, rankingLists, diagnostics, isUnread } = record;
  const size = scratch.add(source.raw);
  const texts: Texts = article === null ? { article: null, sizes: [0, 0] } : addArticle(article);
  return {
    // JSON leaves out what is undefined.
    source: { ...source, raw: undefined } as PackedRecord['source'],
    article: texts.article,
    diagnostics,
    isUnread,
    lists: rankingLists.map((list) => lists.placeOf(list)),
    sizes: [size, ...texts.sizes],
  };
}

/**
 * Records as bytes, for another thread or process. Long texts go as they will be stored, so that whoever stores them neither makes nor
 * copies them; everything else is one piece of JSON before them.
 */
export function packRecords(records: readonly DocumentRecord[]): Uint8Array {
  const lists = new Lists();
  scratch.clear();
  const packed = records.map((record) => addRecord(record, lists));
  const head = Buffer.from(`{"lists":${lists.toJson()},"records":${JSON.stringify(packed)}}`);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  return scratch.concat([length, head]);
}
