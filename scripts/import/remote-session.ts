import type { RunningServer } from '../../src/handover/server-file';
import type { ParsedDocument } from '../../src/importer/documents';
import type { DocumentResult } from '../../src/importer/report';
import type { ImportSettings, RunSummary } from '../../src/stores/import-session';
import { HEARTBEAT_MS } from '../../src/stores/runs/owner';
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

/** Opens a run in a server that has the database; its answers come back a batch at a time. */
export async function openRemoteSession(server: RunningServer, settings: ImportSettings): Promise<Importer> {
  const post = askServer(server);
  const { id } = await openOnServer<{ readonly id: string }>(post, '', { settings });
  // The server can't see whether this process lives: it says so, also while a large document is read.
  const beat = setInterval(() => void post(`/${id}/beat`, {}).catch(() => undefined), HEARTBEAT_MS);
  return {
    async *import(documents) {
      for await (const batch of batches(documents)) {
        const { results } = (await post(`/${id}/documents`, batch)) as { readonly results: readonly DocumentResult[] };
        yield* results;
      }
    },
    finish: async () => (await post(`/${id}/finish`, {})) as RunSummary,
    fail: async (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      await post(`/${id}/fail`, { reason }).catch(() => undefined);
    },
    close: async () => clearInterval(beat),
  };
}
