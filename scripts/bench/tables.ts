/** A table that a case writes, with the columns that say when in the archive a row can be written: its own number, or those of the rows that it names. */
export interface WrittenTable {
  readonly name: string;
  /** Columns with the table whose number each of them is; none for what is written first. */
  readonly numbers: readonly (readonly [column: string, table: string])[];
}

const own = (name: string): WrittenTable => ({ name, numbers: [['id', name]] });

/** Tables in an order in which no row names a later table. */
export const TABLES: readonly WrittenTable[] = [
  { name: 'tags', numbers: [] },
  ...['articles', 'components_article_photos', 'components_article_authors'].map(own),
  { name: 'articles_cmps', numbers: [['entity_id', 'articles']] },
  { name: 'articles_tags_lnk', numbers: [['article_id', 'articles']] },
  ...['ranking_lists', 'components_ranking_entries'].map(own),
  { name: 'ranking_lists_cmps', numbers: [['entity_id', 'ranking_lists']] },
  {
    name: 'components_ranking_entries_article_lnk',
    numbers: [
      ['entry_id', 'components_ranking_entries'],
      ['article_id', 'articles'],
    ],
  },
  ...['copydesk_changes', 'copydesk_sightings', 'copydesk_sources'].map(own),
];
