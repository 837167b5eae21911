import type { RunningServer } from '../../src/handover/server-file';
import type { ParsedDocument } from '../../src/importer/documents';
import { sourceIdentity } from '../../src/importer/normalise/identity';
import type { DocumentResult } from '../../src/importer/report';
import type { ImportSettings, RunSummary } from '../../src/stores/import-session';
import { HEARTBEAT_MS } from '../../src/stores/runs/owner';
import type { VanishedResult } from '../../src/stores/delete-vanished';
import type { KnownPage } from '../../src/stores/vanished';
import { askServer, openOnServer } from './ask-server';
import type { Importer } from './importer';

/** A batch goes out when it has so many documents or characters. */
const MAX_DOCUMENTS = 100;
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Roles of lines are for `parse --explain`; they stay here. */
const light = (parsed: ParsedDocument): ParsedDocument => ({ ...parsed, lines: [] });

async function* batches(documents: AsyncIterable<ParsedDocument>): AsyncGenerator<readonly ParsedDocument[]> {
  let batch: ParsedDocument[] = [];
  let characters = 0;
  for await (const document of documents) {
    batch.push(light(document));
    characters += document.text.length;
    if (batch.length < MAX_DOCUMENTS && characters < MAX_CHARACTERS) continue;
    yield batch;
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}

interface Answered {
  readonly results: readonly DocumentResult[];
}

/** Opens a run in a server that has the database; its answers come back a batch at a time. */
export async function openRemoteSession(server: RunningServer, settings: ImportSettings): Promise<Importer> {
  const post = askServer(server);
  const { id } = await openOnServer<{ readonly id: string }>(post, '', { settings });
  // The server can't see whether this process lives: it says so, also while a large document is read.
  const beat = setInterval(() => void post(`/${id}/beat`, {}).catch(() => undefined), HEARTBEAT_MS);
  return {
    async *import(documents, expected) {
      for await (const batch of batches(documents)) {
        const plan = expected === undefined ? null : batch.map((parsed) => expected(sourceIdentity(parsed)));
        const { results } = (await post(`/${id}/documents`, { documents: batch, plan })) as Answered;
        yield* results;
      }
    },
    listKnown: async (cursor) => (await post(`/${id}/known`, cursor)) as KnownPage,
    deleteVanished: async (ids) => (await post(`/${id}/vanished`, ids)) as readonly VanishedResult[],
    finish: async () => (await post(`/${id}/finish`, {})) as RunSummary,
    fail: async (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      await post(`/${id}/fail`, { reason }).catch(() => undefined);
    },
    close: async () => clearInterval(beat),
  };
}
