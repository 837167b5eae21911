import type { Core } from '@strapi/strapi';
import { pathIdentity } from '../importer/normalise/identity';
import { PARSER_VERSION } from '../importer/normalise/to-record';
import { inSession } from './bulk/sessions';
import { tableOf } from './bulk/tables';

interface SettledRow {
  readonly identity: string;
  readonly hash: string;
}

/** SHA-256 of the bytes by which the ledger knows files; null for those that have to be read. */
export type FindSettled = (paths: readonly string[]) => Promise<readonly (string | null)[]>;

/**
 * A look-up of files whose bytes need not be read again: their only document was wholly imported by the same parser, nothing was found
 * in it, and its article is still there.
 */
export function settledSources(strapi: Core.Strapi): FindSettled {
  const sources = tableOf(strapi, 'plugin::copydesk.source-document', []);
  const articles = tableOf(strapi, 'api::article.article', []);
  // A ledger that is empty when a run begins knows nothing of its files, whatever the run adds: a file is read once.
  const first = strapi.db.connection(sources.name).first('id');
  let isEmpty: Promise<boolean> | null = null;
  return async (paths) => {
    isEmpty ??= first.then((row: unknown) => row === undefined);
    if (await isEmpty) return paths.map(() => null);
    return inSession(strapi, async (session) => {
      const column = (attribute: string): string => `source.${session.name(sources.column(attribute))}`;
      const article = column('articleDocumentId');
      const sql = [
        `select ${column('identity')} as identity, ${column('contentHash')} as hash`,
        `from ${session.name(sources.name)} as source where ${session.isOneOf(column('identity'))}`,
        `and ${column('isSettled')} = ${session.truth} and ${column('parserVersion')} = ?`,
        // Not `exists`: MariaDB would look at all articles for it.
        `and (${article} is null or (select min(article.id) from ${session.name(articles.name)} as article`,
        `where article.${session.name(articles.column('documentId'))} = ${article}) is not null)`,
      ].join(' ');
      const identities = paths.map(pathIdentity);
      const rows = await session.select<SettledRow>(sql, [session.list(identities), PARSER_VERSION]);
      const hashes = new Map(rows.map(({ identity, hash }) => [identity, hash]));
      return identities.map((identity) => hashes.get(identity) ?? null);
    });
  };
}
