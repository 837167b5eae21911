import type { ArticleFields, ArticleRecord, Block, DocumentRecord, SourceRecord } from '../records';
import { BODY_AT, LENGTH_BYTES, type PackedArticle, type PackedHead, type PackedRecord } from './packed';

/** Texts stay bytes until somebody reads them: new documents are stored without. */
function unpackArticle(packed: PackedArticle, body: Buffer, fieldsJson: Buffer): ArticleRecord {
  const { fields, derived, ...article } = packed;
  let read: readonly Block[] | null = null;
  const unpacked: ArticleFields = {
    ...fields,
    get body() {
      return (read ??= JSON.parse(body.toString()) as readonly Block[]);
    },
  };
  return { ...article, fields: unpacked, derived: { ...derived, bodyJson: body, fieldsJson } };
}

function unpackSource(known: Omit<SourceRecord, 'raw'>, raw: Buffer): SourceRecord {
  return {
    ...known,
    get raw() {
      return raw.toString();
    },
  };
}

/**
 * The records of `packRecords`.
 *
 * @param bytes stay in use as long as the records
 */
export function unpackRecords(bytes: Uint8Array): readonly DocumentRecord[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = LENGTH_BYTES + buffer.readUInt32LE(0);
  const head = JSON.parse(buffer.toString('utf8', LENGTH_BYTES, at)) as PackedHead;
  const take = (size: number): Buffer => buffer.subarray(at, (at += size));
  return head.records.map(({ source, article, lists, sizes, ...record }: PackedRecord): DocumentRecord => {
    const [raw, fields] = [take(sizes[0]), take(sizes[2])];
    const body = fields.subarray(BODY_AT, BODY_AT + sizes[1]);
    return {
      ...record,
      source: unpackSource(source, raw),
      article: article === null ? null : unpackArticle(article, body, fields),
      rankingLists: lists.flatMap((place) => head.lists[place] ?? []),
      rawBytes: raw,
    };
  });
}
