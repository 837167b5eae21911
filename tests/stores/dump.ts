import type { Core } from '@strapi/strapi';

type Row = Readonly<Record<string, any>>;

/** Columns that tell when and under which number a row was written: of these only counts whether they are filled. */
const NUMBERS = new Set(['id', 'document_id']);
const TIMES = new Set(['created_at', 'updated_at', 'published_at']);
/** Snapshots and slugs may end in a hash of the document's own id. */
const OWN_HASH = /-[0-9a-f]{10}$/;

const UIDS = ['api::article.article', 'api::tag.tag', 'api::ranking-list.ranking-list'] as const;
const LEDGER = ['plugin::copydesk.source-document', 'plugin::copydesk.sighting'];
const DOCUMENTS = new Set(['article_document_id', 'list_document_id', 'chosen_document_id']);

class Dump {
  private readonly labels = new Map<string, string>();
  private readonly documents = new Map<string, string>();

  constructor(private readonly strapi: Core.Strapi) {}

  private table(uid: string): string {
    return this.strapi.db.metadata.get(uid).tableName;
  }

  private async rows(table: string): Promise<readonly Row[]> {
    return this.strapi.db.getConnection(table).select('*').orderBy('id');
  }

  /** What a row is called, so that rows of two databases can be told apart and compared. */
  private nameOf(uid: string, row: Row): string {
    const kind = row.published_at === null ? 'draft' : 'published';
    const name = row.snapshot_key ?? row.slug ?? row.name_key;
    return uid === 'api::tag.tag' ? name : `${String(name).replace(OWN_HASH, '-hash')} ${kind}`;
  }

  private async learn(): Promise<void> {
    for (const uid of UIDS) {
      for (const row of await this.rows(this.table(uid))) {
        this.labels.set(`${uid} ${row.id}`, this.nameOf(uid, row));
        this.documents.set(row.document_id, this.nameOf(uid, row).replace(/ (draft|published)$/, ''));
      }
    }
  }

  private value(column: string, value: any): unknown {
    if (value === null || value === undefined) return null;
    if (NUMBERS.has(column)) return 'number';
    if (TIMES.has(column)) return 'time';
    if (column === 'slug') return String(value).replace(OWN_HASH, '-hash');
    if (DOCUMENTS.has(column)) return this.documents.get(value) ?? 'gone';
    if (column === 'ranking_list_document_ids') {
      return [typeof value === 'string' ? JSON.parse(value) : value]
        .flat()
        .map((id) => this.documents.get(id) ?? 'gone');
    }
    if (column === 'body' || column === 'base') return typeof value === 'string' ? JSON.parse(value) : value;
    return value instanceof Date ? value.toISOString() : value;
  }

  private plain(row: Row): Row {
    const times = row.created_at === undefined ? {} : { edited: Number(row.created_at) !== Number(row.updated_at) };
    return {
      ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, this.value(key, value)])),
      ...times,
    };
  }

  private async components(uid: string, parts: string): Promise<readonly Row[]> {
    const components = new Map<string, Row>();
    for (const name of ['article.photo', 'article.author', 'ranking.entry']) {
      for (const row of await this.rows(this.table(name))) components.set(`${name} ${row.id}`, row);
    }
    const links = await this.rows('components_ranking_entries_article_lnk');
    return (await this.rows(parts)).map((part) => {
      const component = components.get(`${part.component_type} ${part.cmp_id}`);
      const linked = links.filter((link) => part.component_type === 'ranking.entry' && link.entry_id === part.cmp_id);
      return {
        of: this.labels.get(`${uid} ${part.entity_id}`) ?? 'nothing',
        ...{ field: part.field, order: part.order, type: part.component_type },
        component: component === undefined ? 'missing' : this.plain(component),
        links: linked.map((link) => this.labels.get(`api::article.article ${link.article_id}`)),
      };
    });
  }

  async tables(exact: boolean): Promise<Readonly<Record<string, readonly string[]>>> {
    await this.learn();
    const [articles, tags, lists] = UIDS;
    const tagLinks = (await this.rows('articles_tags_lnk')).map(({ article_id, tag_id, tag_ord, article_ord }) => ({
      article: this.labels.get(`${articles} ${article_id}`),
      tag: this.labels.get(`${tags} ${tag_id}`),
      tag_ord,
      ...(exact ? { article_ord } : {}),
    }));
    const all: Record<string, readonly Row[]> = { articles_tags_lnk: tagLinks };
    for (const uid of [...UIDS, ...LEDGER]) all[uid] = (await this.rows(this.table(uid))).map((row) => this.plain(row));
    all.articles_cmps = await this.components(articles, 'articles_cmps');
    all.ranking_lists_cmps = await this.components(lists, 'ranking_lists_cmps');
    for (const name of ['article.photo', 'article.author', 'ranking.entry']) {
      all[name] = (await this.rows(this.table(name))).map((row) => this.plain(row));
    }
    return Object.fromEntries(
      Object.entries(all).map(([name, rows]) => [name, rows.map((row) => JSON.stringify(sorted(row))).sort()]),
    );
  }
}

function sorted(value: any): any {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

/** Every row that an import writes, table by table, with row numbers, document ids and times made comparable. */
export function dumpTables(strapi: Core.Strapi, exact = true): Promise<Readonly<Record<string, readonly string[]>>> {
  return new Dump(strapi).tables(exact);
}
