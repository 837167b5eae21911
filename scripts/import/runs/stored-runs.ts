import type { Archive } from './open-archive';

/** A run as it is on record; times as the database has them are made instants. */
export interface StoredRun {
  readonly documentId: string;
  readonly verb: string;
  readonly state: string;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly owner: string | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly options: Readonly<Record<string, unknown>> | null;
  readonly error: string | null;
}

type RawRun = Readonly<Record<string, unknown>>;

const fromJson = (stored: unknown): never =>
  (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? null)) as never;

function toRun({ toDate }: Archive, row: RawRun): StoredRun {
  return {
    ...{ documentId: String(row.document_id), verb: String(row.verb), state: String(row.state) },
    ...{ startedAt: toDate(row.started_at), finishedAt: toDate(row.finished_at) },
    ...{ owner: row.owner as string | null, error: row.error as string | null },
    ...{ counts: fromJson(row.counts), options: fromJson(row.options) },
  };
}

/** The last runs, the newest first. */
export async function lastRuns(archive: Archive, limit: number): Promise<readonly StoredRun[]> {
  const rows: readonly RawRun[] = await archive.knex('copydesk_runs').select('*').orderBy('id', 'desc').limit(limit);
  return rows.map((row) => toRun(archive, row));
}

/** The runs whose id begins so; the last one for `latest`. */
export async function runsNamed(archive: Archive, name: string): Promise<readonly StoredRun[]> {
  if (name === 'latest') return lastRuns(archive, 1);
  if (!/^[a-z0-9]{1,24}$/.test(name)) return [];
  const rows: readonly RawRun[] = await archive
    .knex('copydesk_runs')
    .select('*')
    .where('document_id', 'like', `${name}%`)
    .orderBy('id', 'desc')
    .limit(5);
  return rows.map((row) => toRun(archive, row));
}

/** The run that writes now, with the time of its last sign of life; null where none does. */
export async function writerNow(
  archive: Archive,
): Promise<{ owner: string; runId: string | null; at: Date | null } | null> {
  if (!(await archive.knex.schema.hasTable('copydesk_leases'))) return null;
  const row = await archive.knex('copydesk_leases').whereNotNull('owner').first('owner', 'run_id', 'heartbeat_at');
  return row === undefined ? null : { owner: row.owner, runId: row.run_id, at: archive.toDate(row.heartbeat_at) };
}
