import { isAscii } from 'node:buffer';
import type { ArticleRecord, Block, DocumentRecord } from '../records';
import { lazily } from './lazy';
import { BODY_AT, LENGTH_BYTES, type PackedArticle, type PackedHead, type PackedRecord } from './packed';

// Texts stay bytes until somebody reads them: new documents are stored without.
const withBody = lazily<PackedArticle['fields'], 'body', readonly Block[]>(
  'body',
  (bytes) => JSON.parse(bytes.toString()) as readonly Block[],
);
const withRaw = lazily<PackedRecord['source'], 'raw', string>('raw', (bytes) => bytes.toString());

function unpackArticle(packed: PackedArticle, bodyJson: Buffer, fieldsJson: Buffer): ArticleRecord {
  const { identity, alias = null, fields, derived } = packed;
  const { headlineKey, wordCount, readableSlug } = derived;
  return {
    identity,
    alias,
    fields: withBody(fields, bodyJson),
    derived: { headlineKey, wordCount, readableSlug, bodyJson, fieldsJson },
  };
}

/** Bytes of UTF-8 as a text. Most are ASCII, which need not be decoded. */
const textOf = (bytes: Buffer): string => (isAscii(bytes) ? bytes.toString('latin1') : bytes.toString());

/**
 * The records of `packRecords`.
 *
 * @param bytes stay in use as long as the records
 */
export function unpackRecords(bytes: Uint8Array): readonly DocumentRecord[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = LENGTH_BYTES + buffer.readUInt32LE(0);
  const head = JSON.parse(textOf(buffer.subarray(LENGTH_BYTES, at))) as PackedHead;
  const take = (size: number): Buffer => buffer.subarray(at, (at += size));
  return head.records.map(({ source, article, lists, sizes, diagnostics, isUnread }: PackedRecord): DocumentRecord => {
    const [rawBytes, fields] = [take(sizes[0]), take(sizes[2])];
    const body = fields.subarray(BODY_AT, BODY_AT + sizes[1]);
    const record = {
      source: withRaw(source, rawBytes),
      article: article === null ? null : unpackArticle(article, body, fields),
      rankingLists: lists.flatMap((place) => head.lists[place] ?? []),
      diagnostics,
      rawBytes,
    };
    return isUnread === undefined ? record : { ...record, isUnread };
  });
}
