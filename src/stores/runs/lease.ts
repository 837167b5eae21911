import type { Core } from '@strapi/strapi';
import { RunStoppedError } from '../../importer/run-stopped-error';
import type { Session } from '../bulk/sessions/session';
import { HEARTBEAT_MS, isDead, newOwner, type LeaseHolder } from './owner';

const LEASE = 'plugin::copydesk.lease';
const NAME = 'writer';

/** A lease whose heart has not beaten for so long, as the one who waits has seen it, is taken over. */
const STALE_MS = 30_000;
const POLL_MS = 500;

const LOST =
  'Another run has taken the database over, since this one showed no sign of life: import once more, and it goes on where it stopped.';

/** The right to write imports, of one run at a time. Whoever has it renews it every HEARTBEAT_MS. */
export interface Lease {
  readonly owner: string;
  /** Shows that the owner is alive. */
  renew(): Promise<void>;
  /** Notes which run it is for. */
  nameRun(runId: string): Promise<void>;
  /**
   * Makes sure, in a transaction that is about to write, that nobody has taken the lease over.
   *
   * @throws RunStoppedError where somebody has
   */
  confirm(session: Session): Promise<void>;
  release(): Promise<void>;
}

interface LeaseRow extends LeaseHolder {
  readonly id: number;
}

const SHARED: Readonly<Record<string, string>> = { postgres: 'for share', mysql: 'lock in share mode' };

function leaseOf(strapi: Core.Strapi, owner: string): Lease {
  const own = { name: NAME, owner };
  const leases = strapi.db.query(LEASE);
  const { tableName } = strapi.db.metadata.get(LEASE);
  const lock = SHARED[strapi.db.dialect.client] ?? '';
  return {
    owner,
    async renew() {
      await leases.updateMany({ where: own, data: { heartbeatAt: new Date() } });
    },
    async nameRun(runId) {
      await leases.updateMany({ where: own, data: { runId } });
    },
    async confirm(session) {
      const sql = `select owner from ${session.name(tableName)} where ${session.name('name')} = ? ${lock}`;
      const [row] = await session.select<{ readonly owner: string | null }>(sql, [NAME]);
      if (row?.owner !== owner) throw new RunStoppedError(LOST);
    },
    async release() {
      await leases.updateMany({ where: own, data: { owner: null, runId: null } });
    },
  };
}

/** Takes the lease, or says who has it. */
export interface LeaseKeeper {
  take(owner: string): Promise<Lease | LeaseHolder>;
}

async function ensureRow(strapi: Core.Strapi): Promise<LeaseRow> {
  const query = strapi.db.query(LEASE);
  const found: LeaseRow | null = await query.findOne({ where: { name: NAME } });
  if (found !== null) return found;
  // Where two make it at once, the unique index lets one through; the row is the same.
  await query.create({ data: { name: NAME } }).catch(() => undefined);
  return query.findOne({ where: { name: NAME } });
}

/**
 * Watches the lease. Whether a heart beats is told from two looks at it by the watcher's own clock: clocks of other machines may be wrong.
 */
export function keepLease(strapi: Core.Strapi): LeaseKeeper {
  let seen = { beat: '', at: 0 };

  function isFree({ owner, heartbeatAt }: LeaseRow): boolean {
    if (owner === null || isDead(owner)) return true;
    const beat = `${owner} ${new Date(heartbeatAt).getTime()}`;
    if (seen.beat !== beat) seen = { beat, at: performance.now() };
    return performance.now() - seen.at > STALE_MS;
  }

  async function take(owner: string): Promise<Lease | LeaseHolder> {
    const row = await ensureRow(strapi);
    if (!isFree(row)) return row;
    const data = { owner, runId: null, heartbeatAt: new Date() };
    const known = row.owner === null ? { owner: { $null: true } } : { owner: row.owner, heartbeatAt: row.heartbeatAt };
    const { count } = await strapi.db.query(LEASE).updateMany({ where: { name: NAME, ...known }, data });
    return count === 1 ? leaseOf(strapi, owner) : take(owner);
  }

  return { take };
}

/** Keeps a lease alive as long as this process lives and does not let it go. */
function keepAlive(lease: Lease): Lease {
  const timer = setInterval(() => void lease.renew().catch(() => undefined), HEARTBEAT_MS);
  timer.unref();
  const release = async (): Promise<void> => {
    clearInterval(timer);
    await lease.release();
  };
  return { ...lease, release };
}

/**
 * Takes the lease as soon as it is free, and keeps it alive.
 *
 * @param onWait hears once who has it, where it is not free at once
 */
export async function takeLease(strapi: Core.Strapi, onWait: (holder: LeaseHolder) => void): Promise<Lease> {
  const keeper = keepLease(strapi);
  const owner = newOwner();
  for (let tries = 0; ; tries += 1) {
    const taken = await keeper.take(owner);
    if ('release' in taken) return keepAlive(taken);
    if (tries === 0) onWait(taken);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
