import type { Core } from '@strapi/strapi';
import type { ComponentField } from '../bulk/components';
import { WRITTEN } from '../bulk/schema';
import { fileLinks, tableOf, type JoinTable, type Table } from '../bulk/tables';

/** Tables that a run's changes are read from, put back to, and kept in. */
export interface ChangeSchema {
  readonly articles: Table;
  readonly tags: Table;
  readonly lists: Table;
  readonly sources: Table;
  readonly changes: Table;
  readonly sightings: Table;
  /** Component fields that an import writes; one that the content model has no longer is left out. */
  readonly parts: Readonly<Record<EntryUid, readonly ComponentField[]>>;
  readonly tagLinks: JoinTable | null;
  readonly articleLinks: JoinTable | null;
}

/** Content types with draft & publish: what editors call an entry. */
export type EntryUid = 'api::article.article' | 'api::ranking-list.ranking-list';

type Uid = keyof typeof WRITTEN;

/**
 * Reads from Strapi where changes are found. Unlike the bulk store it refuses no content model: what an import can't write has no changes.
 */
export function readChangeSchema(strapi: Core.Strapi): ChangeSchema {
  const table = (uid: Uid): Table => tableOf(strapi, uid, WRITTEN[uid]);
  const join = ({ attributes }: Table, name: string): JoinTable | null => attributes[name]?.joinTable ?? null;
  const partsOf = (owner: Table, fields: Readonly<Record<string, Uid>>): readonly ComponentField[] =>
    Object.entries(fields).flatMap(([field, uid]): readonly ComponentField[] => {
      const parts = join(owner, field);
      const images = field === 'photos' ? { images: fileLinks(strapi) } : {};
      return parts === null ? [] : [{ field, table: table(uid), parts, ...images }];
    });
  const articles = table('api::article.article');
  const lists = table('api::ranking-list.ranking-list');
  return {
    ...{ articles, lists, tags: table('api::tag.tag') },
    sources: table('plugin::copydesk.source-document'),
    changes: table('plugin::copydesk.change'),
    sightings: table('plugin::copydesk.sighting'),
    parts: {
      'api::article.article': partsOf(articles, { photos: 'article.photo', authors: 'article.author' }),
      'api::ranking-list.ranking-list': partsOf(lists, { entries: 'ranking.entry' }),
    },
    tagLinks: join(articles, 'tags'),
    articleLinks: join(table('ranking.entry'), 'article'),
  };
}

/** The table of a content type with draft & publish. */
export function entryTable({ articles, lists }: ChangeSchema, uid: EntryUid): Table {
  return uid === 'api::article.article' ? articles : lists;
}
