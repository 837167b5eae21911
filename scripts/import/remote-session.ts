import type { RunningServer } from '../../src/handover/server-file';
import type { ParsedDocument } from '../../src/importer/documents';
import { sourceIdentity } from '../../src/importer/normalise/identity';
import type { DocumentResult } from '../../src/importer/report';
import type { ImportSettings } from '../../src/stores/import-session';
import type { KnownPage, VanishedResult } from '../../src/stores/vanished';
import { BrokenSetUpError } from './broken-set-up-error';
import type { Importer } from './importer';

/** A batch goes out when it has so many documents or characters. */
const MAX_DOCUMENTS = 100;
const MAX_CHARACTERS = 4 * 1024 * 1024;

type Post = (path: string, body: unknown) => Promise<unknown>;

/** How a server that has the database is asked: a path of the hand-over, and what it is sent. */
export function posting({ port, token }: RunningServer): Post {
  return async (path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}/copydesk/handover${path}`, {
      method: 'POST',
      // Strapi parses JSON up to a megabyte; this type it leaves to the route.
      headers: { 'content-type': 'application/octet-stream', 'x-copydesk-token': token },
      body: JSON.stringify(body),
    }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BrokenSetUpError(
        `The server on port ${port} does not answer (${reason}): start it again, or stop it and import without it.`,
      );
    });
    if (!response.ok) {
      throw new BrokenSetUpError(
        `The server on port ${port} did not take the import (HTTP ${response.status}): see its log.`,
      );
    }
    return response.json();
  };
}

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
  const post = posting(server);
  const { id } = (await post('', settings)) as { readonly id: string };
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
    finish: async (outcome) => void (await post(`/${id}/finish`, outcome)),
    close: () => Promise.resolve(),
  };
}
