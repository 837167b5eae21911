import type { Core, Modules } from '@strapi/strapi';
import { saveSource } from '../stores/ledger';
import { deletedAmong, saveRankingLists, type PublicationStatus } from '../stores/ranking-lists';
import { ARTICLE, deriveArticle, type StoredArticle } from './article-fields';
import type { Data } from './blank';
import { fillFromPaste, pastedText, readPaste, type PastedDocument } from './paste';

type Middleware = Modules.Documents.Middleware.Middleware;

interface Call {
  readonly action: string;
  readonly documentId: string | null;
  readonly data: Data;
  readonly status: PublicationStatus;
}

const HASH_LENGTH = 16;

/** A draft is what editors write; a document that never had one (it can't come from Strapi) counts as new. */
async function findStored(strapi: Core.Strapi, { action, documentId }: Call): Promise<StoredArticle & Data> {
  if (action === 'create' || documentId === null) return {};
  const where = { documentId, publishedAt: { $null: true } };
  const stored = await strapi.db.query(ARTICLE).findOne({ where, populate: ['photos', 'authors', 'tags'] });
  return stored ?? {};
}

/** The pasted text goes to the ledger, where it's kept once and not in each row of the article. */
async function keepPaste(
  strapi: Core.Strapi,
  { source, article, rankingLists }: PastedDocument,
  documentId: string,
  status: PublicationStatus,
): Promise<void> {
  const identity = `paste:${documentId}:${source.sha256.slice(0, HASH_LENGTH)}`;
  const deleted = await deletedAmong(strapi, rankingLists);
  const kept = rankingLists.filter(({ snapshotKey }) => !deleted.has(snapshotKey));
  const lists = await saveRankingLists(strapi, kept, status, { source: identity, runId: null });
  await saveSource(strapi, {
    ...source,
    identity,
    articleIdentity: article.identity,
    articleAlias: article.alias ?? null,
    articleDocumentId: documentId,
    rankingListDocumentIds: lists.map((list) => list.documentId),
    base: article.fields,
    stated: null,
    contentHash: source.sha256,
    runId: null,
  });
}

async function writeArticle(
  strapi: Core.Strapi,
  call: Call,
  write: (data: Data) => Promise<unknown>,
): Promise<unknown> {
  const stored = await findStored(strapi, call);
  const text = pastedText(call.data);
  const pasted = text === null ? null : readPaste(text, new Date().toISOString());
  const filled = pasted === null ? {} : await fillFromPaste(strapi, pasted, call.data, stored);
  const source = 'source' in call.data ? { source: null } : {};
  const result = await write(await deriveArticle(strapi, { ...call.data, ...filled, ...source }, stored));
  const { documentId } = result as { readonly documentId: string };
  if (pasted !== null) await keepPaste(strapi, pasted, documentId, call.status);
  return result;
}

/** A copy has the original's headline, and needs a slug of its own. */
function copyData(original: StoredArticle & Data, data: Data): Data {
  const { headline = original.headline, slug = original.slug } = data;
  return { ...data, headline, slug };
}

/**
 * Completes an article before Strapi validates and stores it, once per call and not once per row: fields from a pasted document,
 * slug, description and word count.
 */
export function prepareArticle(strapi: Core.Strapi): Middleware {
  return async (context, next) => {
    const { uid, action } = context;
    if (uid !== ARTICLE || !['create', 'update', 'clone'].includes(action)) return next();
    const params = context.params as { data?: Data; documentId?: string; status?: string };
    const call: Call = {
      action,
      documentId: params.documentId ?? null,
      data: params.data ?? {},
      status: params.status === 'published' ? 'published' : 'draft',
    };
    const write = (data: Data) => {
      params.data = data;
      return next();
    };
    if (action !== 'clone') return writeArticle(strapi, call, write) as never;
    const data = copyData(await findStored(strapi, call), call.data);
    return write(await deriveArticle(strapi, data, {})) as never;
  };
}
