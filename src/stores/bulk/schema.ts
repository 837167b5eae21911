import type { Core } from '@strapi/strapi';
import type { Session } from './sessions/session';
import { fileLinks, joinTableOf, tableOf, type JoinTable, type MorphTable, type Table } from './tables';

const OWN = ['documentId', 'createdAt', 'updatedAt', 'publishedAt'];

/** The fields that an import writes, by content type or component. */
export const WRITTEN = {
  'api::article.article': [
    ...['headline', 'kicker', 'slug', 'description', 'body', 'datePublished', 'datePublishedPrecision', 'dateModified'],
    ...['dateline', 'articleSection', 'inLanguage', 'wordCount', 'sourceUrl', 'publisher', 'headlineKey', ...OWN],
  ],
  'api::tag.tag': ['name', 'nameKey', 'slug', ...OWN],
  'api::ranking-list.ranking-list': [
    ...[
      'title',
      'key',
      'publisher',
      'scope',
      'articleSection',
      'window',
      'capturedAt',
      'capturedAtBasis',
      'snapshotKey',
    ],
    ...['captureKey', 'firstSeenAt', 'lastSeenAt', 'sourceCount', 'disputed', ...OWN],
  ],
  'plugin::copydesk.source-document': [
    ...[
      'identity',
      'articleIdentity',
      'articleAlias',
      'path',
      'sourceIndex',
      'url',
      'capturedAt',
      'sha256',
      'encoding',
      'raw',
    ],
    ...[
      'parserVersion',
      'profile',
      'articleDocumentId',
      'rankingListDocumentIds',
      'base',
      'stated',
      'contentHash',
      'runId',
    ],
    ...['lastSeenRunId', 'isSettled', ...OWN],
  ],
  'plugin::copydesk.finding': ['runId', 'path', 'sourceIndex', 'action', 'severity', 'diagnostics', ...OWN],
  'plugin::copydesk.change': ['runId', 'kind', 'uid', 'entryDocumentId', 'documents', 'sources', 'data', ...OWN],
  'plugin::copydesk.sighting': ['listDocumentId', 'sourceIdentity', 'seenAt', 'runId', ...OWN],
  'article.photo': ['caption', 'creditText'],
  'article.author': ['name', 'affiliation'],
  'ranking.entry': [
    ...[
      'position',
      'headline',
      'linkState',
      'linkMethod',
      'candidates',
      'description',
      'printedPosition',
      'headlineKey',
    ],
    ...['truncated', 'chosenDocumentId', 'hidden'],
  ],
} as const;

type Uid = keyof typeof WRITTEN;

/** Relations and components that an import writes: where they lead. */
const JOINED: readonly (readonly [Uid, string, Uid])[] = [
  ['api::article.article', 'photos', 'article.photo'],
  ['api::article.article', 'authors', 'article.author'],
  ['api::article.article', 'tags', 'api::tag.tag'],
  ['api::ranking-list.ranking-list', 'entries', 'ranking.entry'],
  ['ranking.entry', 'article', 'api::article.article'],
];

const DRAFT_AND_PUBLISH: readonly Uid[] = ['api::article.article', 'api::ranking-list.ranking-list'];
const LOCALISABLE: readonly Uid[] = [...DRAFT_AND_PUBLISH, 'api::tag.tag'];

/** Tables and joins that linking ranking rows takes, as Strapi's metadata names them. */
interface LinkSchema {
  readonly articles: Table;
  readonly lists: Table;
  readonly entries: Table;
  readonly entryParts: JoinTable;
  readonly articleLinks: JoinTable;
}

/** What rows are linked with: the transaction's statements, and the tables. */
export interface Linking {
  readonly session: Session;
  readonly schema: LinkSchema;
}

/** Tables and joins that the bulk store writes. */
export interface BulkSchema extends LinkSchema {
  readonly tags: Table;
  readonly sources: Table;
  readonly sightings: Table;
  readonly photos: Table;
  readonly authors: Table;
  readonly photoParts: JoinTable;
  readonly authorParts: JoinTable;
  readonly tagLinks: JoinTable;
  readonly imageLinks: MorphTable;
}

/** The content model has something that the bulk store can't write; the message says what, and what to do. */
export class UnmappableSchemaError extends Error {}

function missingFields({ uid, attributes }: Table): readonly string[] {
  const absent = WRITTEN[uid as Uid].filter((name) => attributes[name]?.columnName === undefined);
  return absent.map((name) => `${uid} has no field “${name}”`);
}

function unknownRequired({ uid, attributes }: Table): readonly string[] {
  const known = new Set<string>([
    ...WRITTEN[uid as Uid],
    ...JOINED.filter(([from]) => from === uid).map(([, to]) => to),
  ]);
  return Object.entries(attributes)
    .filter(([name, { required, default: value }]) => required === true && value === undefined && !known.has(name))
    .map(([name]) => `${uid} requires “${name}”, which no source document states`);
}

function wrongJoins(tables: ReadonlyMap<string, Table>): readonly string[] {
  return JOINED.flatMap(([uid, name, target]) => {
    const attribute = tables.get(uid)?.attributes[name];
    if (attribute?.target === target && attribute.joinTable !== undefined) return [];
    return [`“${name}” of ${uid} does not lead to ${target}`];
  });
}

function wrongOptions(strapi: Core.Strapi): readonly string[] {
  const isLocalised = (uid: Uid): boolean =>
    (strapi.contentTypes[uid as never] as { pluginOptions?: { i18n?: { localized?: boolean } } }).pluginOptions?.i18n
      ?.localized === true;
  const isDraftAndPublish = (uid: Uid): boolean =>
    (strapi.contentTypes[uid as never] as { options?: { draftAndPublish?: boolean } }).options?.draftAndPublish ===
    true;
  return [
    ...LOCALISABLE.filter(isLocalised).map((uid) => `${uid} is localised (i18n)`),
    ...DRAFT_AND_PUBLISH.filter((uid) => !isDraftAndPublish(uid)).map((uid) => `${uid} has no draft & publish`),
  ];
}

/** Reads from Strapi where the links of ranking rows are; a content model that the bulk store can't write has them all the same. */
export function readLinkSchema(strapi: Core.Strapi): LinkSchema {
  const table = (uid: Uid): Table => tableOf(strapi, uid, WRITTEN[uid]);
  const [lists, entries] = [table('api::ranking-list.ranking-list'), table('ranking.entry')];
  return {
    ...{ lists, entries, articles: table('api::article.article') },
    entryParts: joinTableOf(lists, 'entries'),
    articleLinks: joinTableOf(entries, 'article'),
  };
}

/** The same, with the table of sightings. */
export function readSightingSchema(strapi: Core.Strapi): LinkSchema & Pick<BulkSchema, 'sightings'> {
  const uid = 'plugin::copydesk.sighting';
  return { ...readLinkSchema(strapi), sightings: tableOf(strapi, uid, WRITTEN[uid]) };
}

/**
 * Reads from Strapi where an import's rows go.
 *
 * @throws UnmappableSchemaError where the content model has something that this store would leave out or get wrong
 */
export function readSchema(strapi: Core.Strapi): BulkSchema {
  const uids = Object.keys(WRITTEN) as Uid[];
  const tables = new Map(uids.map((uid) => [uid as string, tableOf(strapi, uid, WRITTEN[uid])]));
  const all = [...tables.values()];
  const obstacles = [
    ...all.flatMap(missingFields),
    ...all.flatMap(unknownRequired),
    ...wrongJoins(tables),
    ...wrongOptions(strapi),
  ];
  if (obstacles.length > 0) {
    const what = obstacles.join('; ');
    throw new UnmappableSchemaError(
      `The bulk store can't write this content model: ${what}. Import with --store documents, which goes through Strapi.`,
    );
  }
  const table = (uid: Uid): Table => tables.get(uid) as Table;
  return {
    articles: table('api::article.article'),
    tags: table('api::tag.tag'),
    lists: table('api::ranking-list.ranking-list'),
    sources: table('plugin::copydesk.source-document'),
    sightings: table('plugin::copydesk.sighting'),
    photos: table('article.photo'),
    authors: table('article.author'),
    entries: table('ranking.entry'),
    photoParts: joinTableOf(table('api::article.article'), 'photos'),
    authorParts: joinTableOf(table('api::article.article'), 'authors'),
    entryParts: joinTableOf(table('api::ranking-list.ranking-list'), 'entries'),
    tagLinks: joinTableOf(table('api::article.article'), 'tags'),
    articleLinks: joinTableOf(table('ranking.entry'), 'article'),
    imageLinks: fileLinks(strapi),
  };
}
