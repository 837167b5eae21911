import type { Core } from '@strapi/strapi';
import { isPossibleTwin, twinKey, type Evidence, type Lookalike } from '../importer/plan/possible-twin';
import type { DocumentRecord } from '../importer/records';

const ARTICLE = 'api::article.article';
const SOURCE = 'plugin::copydesk.source-document';

type Row = Evidence & { readonly documentId: string; readonly headline: string };

/** The first stored article that a new one may be the same as; null where there is none. */
export async function findTwin(strapi: Core.Strapi, record: DocumentRecord): Promise<Lookalike | null> {
  const key = twinKey(record);
  if (record.article === null || key === '') return null;
  const { publisher, datePublished, datePublishedPrecision } = record.article.fields;
  const isTimed = datePublished !== null && datePublishedPrecision === 'minute';
  const conditions = [
    ...(publisher === null ? [] : [{ $or: [{ publisher: { $null: true } }, { publisher }] }]),
    ...(isTimed ? [{ $or: [{ datePublished: { $null: true } }, { datePublishedPrecision: 'day' }] }] : []),
  ];
  const row: Row | null = await strapi.db.query(ARTICLE).findOne({
    where: { headlineKey: key, publishedAt: { $null: true }, $and: conditions },
    orderBy: { id: 'asc' },
  });
  if (row === null || !isPossibleTwin(record.article.fields, row)) return null;
  const source: { readonly path: string } | null = await strapi.db
    .query(SOURCE)
    .findOne({ where: { articleDocumentId: row.documentId }, select: ['path'], orderBy: { path: 'asc' } });
  return { ...row, path: source?.path ?? 'the admin panel' };
}
