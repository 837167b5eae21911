import type { Core } from '@strapi/strapi';
import type { PlanAction } from '../../importer/plan/plan-document';
import type { Counts } from '../../importer/report';

/** What the store took, by action: the plans that it carried out. */
export type Applied = ReadonlyMap<PlanAction, number>;

/** Actions that always leave something in the database. */
const WRITING: readonly PlanAction[] = ['create', 'update'];

interface Sums {
  readonly documents: string | number | null;
  readonly sources: string | number | null;
}

/** What the database says that a run wrote: documents by its changes, and rows of the ledger that name it. */
async function countStored(strapi: Core.Strapi, runId: string) {
  const { connection, metadata } = strapi.db;
  const table = (uid: string) => strapi.db.getConnection(metadata.get(uid).tableName).where({ run_id: runId });
  const [sums] = (await table('plugin::copydesk.change').select(
    connection.raw('sum(documents) as documents, sum(sources) as sources'),
  )) as readonly Sums[];
  const [ledger] = (await table('plugin::copydesk.source-document').count('* as rows')) as readonly {
    readonly rows: string | number;
  }[];
  return {
    documents: Number(sums?.documents ?? 0),
    sources: Number(sums?.sources ?? 0),
    ledger: Number(ledger?.rows ?? 0),
  };
}

/**
 * Compares what a run says that it did with what is stored.
 *
 * @returns a sentence for each difference; none where all agrees
 */
export async function verifyCounts(
  strapi: Core.Strapi,
  runId: string,
  counts: Counts,
  applied: Applied,
): Promise<readonly string[]> {
  const stored = await countStored(strapi, runId);
  const { read, ...actions } = counts;
  const sum = Object.values(actions).reduce((total, count) => total + count, 0);
  const written = [...applied.values()].reduce((total, count) => total + count, 0);
  const differences = [
    { what: 'documents read and the sum of what became of them', one: read, other: sum },
    ...WRITING.map((action) => {
      return {
        what: `documents reported as ${action} and stored`,
        one: counts[action],
        other: applied.get(action) ?? 0,
      };
    }),
    { what: 'documents stored and documents in the record of changes', one: written, other: stored.documents },
    { what: 'rows of the ledger written and rows that name the run', one: stored.sources, other: stored.ledger },
  ].filter(({ one, other }) => one !== other);
  return differences.map(({ what, one, other }) => `The counts don't agree: ${what} are ${one} and ${other}.`);
}
