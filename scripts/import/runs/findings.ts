import type { Diagnostic } from '../../../src/importer/documents';
import type { Archive } from './open-archive';

/** Findings that are read at once. */
const PAGE = 500;

/** What a run found in one document. */
export interface FindingRow {
  readonly id: number;
  readonly path: string;
  readonly source_index: number;
  readonly action: string;
  readonly diagnostics: string | readonly Diagnostic[] | null;
}

/** All that a run found, in the order of the documents. */
export async function* findingsOf({ knex }: Archive, runId: string): AsyncGenerator<FindingRow> {
  for (let last = 0; ;) {
    const rows: readonly FindingRow[] = await knex('copydesk_findings')
      .where({ run_id: runId })
      .andWhere('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'path', 'source_index', 'action', 'diagnostics');
    yield* rows;
    last = rows.at(-1)?.id ?? 0;
    if (rows.length < PAGE) return;
  }
}
