import type { Core } from '@strapi/strapi';
import type { ImportSession, ImportSettings } from '../../src/stores/import-session';
import type { LeaseHolder } from '../../src/stores/runs/owner';
import { alone } from './alone';
import { BrokenSetUpError } from './broken-set-up-error';
import { openWriter, type Closing } from './open-writer';
import { forgetRead, settleHeap } from './parallel/worker-pool';
import { openRemoteSession } from './remote-session';
import { sayWho } from './say-who';
import { sqlitePath } from './sqlite-path';

/** A run, and what has to be let go behind it. */
export type Importer = ImportSession & Closing;

/** Clocks of two machines may differ by so much. */
const CLOCKS_MS = 60_000;

/** Another run may have stored later texts than those that were read during the boot: on a server, where several processes import. */
async function forgetStale(strapi: Core.Strapi): Promise<void> {
  if (sqlitePath() !== null) return;
  const { hasRunSince } = await import('../../src/stores/runs/run-records');
  if (await hasRunSince(strapi, new Date(performance.timeOrigin - CLOCKS_MS))) forgetRead();
}

/** A content model that the store can't write is the installation's to mend; the message says how. */
async function openHere(strapi: Core.Strapi, settings: ImportSettings): Promise<ImportSession> {
  // Strapi and its stores take seconds to load: not before it's known that this process does the work.
  const { openSession } = await import('../../src/stores/import-session');
  const { UnmappableSchemaError } = await import('../../src/stores/bulk/schema');
  const { takeLease } = await import('../../src/stores/runs/lease');
  settleHeap();
  const onWait = (holder: LeaseHolder): void => {
    forgetRead();
    sayWho(holder);
  };
  try {
    const lease = settings.dryRun ? null : await takeLease(strapi, onWait);
    // A run that this one has not waited for may have ended since the boot began. Its own record is not there yet.
    await forgetStale(strapi);
    const session = await openSession(strapi, settings, { lease });
    return settings.dryRun ? session : alone(strapi, session, settings);
  } catch (error) {
    throw error instanceof UnmappableSchemaError ? new BrokenSetUpError(error.message) : error;
  }
}

/**
 * Opens a run where it may write.
 *
 * @param beforeBoot called when it is known that this process does the work, before Strapi boots
 * @throws BrokenSetUpError where the database can't be used
 */
export function openImporter(settings: ImportSettings, beforeBoot = (): void => undefined): Promise<Importer> {
  return openWriter({
    what: 'the documents',
    beforeBoot,
    locally: (strapi) => openHere(strapi, settings),
    remotely: (server) => openRemoteSession(server, settings),
  });
}
