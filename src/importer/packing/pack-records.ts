import { deriveFields } from '../normalise/derive';
import type { ArticleRecord, DocumentRecord, RankingListRecord } from '../records';
import { LENGTH_BYTES, type PackedArticle, type PackedRecord } from './packed';

/** Numbers ranking lists in the order in which they come up; those that say the same have one number. */
class Lists {
  readonly #places = new Map<string, number>();

  placeOf(list: RankingListRecord): number {
    const text = JSON.stringify(list);
    const place = this.#places.get(text) ?? this.#places.size;
    this.#places.set(text, place);
    return place;
  }

  toJson(): string {
    return `[${[...this.#places.keys()].join()}]`;
  }
}

function packArticle({ fields, derived, ...article }: ArticleRecord): readonly [PackedArticle, string, string] {
  const { bodyJson, fieldsJson, ...others } = derived ?? deriveFields(fields);
  const { body: _, ...short } = fields;
  return [{ ...article, fields: short, derived: others }, bodyJson.toString(), fieldsJson.toString()];
}

/** Texts one behind the other as UTF-8. */
function concat(texts: readonly string[], sizes: readonly number[]): Uint8Array {
  // Not of Node's pool of small buffers: it changes hands as a whole.
  const bytes = Buffer.allocUnsafeSlow(LENGTH_BYTES + sizes.reduce((sum, size) => sum + size, 0));
  bytes.writeUInt32LE(sizes[0] ?? 0);
  let at = LENGTH_BYTES;
  for (const text of texts) at += bytes.write(text, at, 'utf8');
  return bytes;
}

/**
 * Records as bytes, for another thread or process. Long texts go as they will be stored, so that whoever stores them neither makes nor
 * copies them; everything else is one piece of JSON before them.
 */
export function packRecords(records: readonly DocumentRecord[]): Uint8Array {
  const lists = new Lists();
  const texts: string[] = [];
  const sizes: number[] = [];
  const packed = records.map(({ source, article, rankingLists, rawBytes: _, ...record }): PackedRecord => {
    const { raw, ...known } = source;
    const [short, body, fields] = article === null ? [null, '', ''] : packArticle(article);
    const own = [Buffer.byteLength(raw), Buffer.byteLength(body), Buffer.byteLength(fields)] as const;
    texts.push(raw, body, fields);
    sizes.push(...own);
    const places = rankingLists.map((list) => lists.placeOf(list));
    return { ...record, source: known, article: short, lists: places, sizes: own };
  });
  const head = `{"lists":${lists.toJson()},"records":${JSON.stringify(packed)}}`;
  return concat([head, ...texts], [Buffer.byteLength(head), ...sizes]);
}
