import { STOPPED } from '../../src/handover/answers';
import type { RunningServer } from '../../src/handover/server-file';
import { RunStoppedError } from '../../src/importer/run-stopped-error';
import { HEARTBEAT_MS, newOwner, type LeaseHolder } from '../../src/stores/runs/owner';
import { BrokenSetUpError } from './broken-set-up-error';
import { sayWho } from './say-who';

/** Posts to the server's hand-over; answers with what the server says. */
export type Post = (path: string, body: unknown) => Promise<unknown>;

/** How to ask a server that has the database, with the token of its file. */
export function askServer({ port, token }: RunningServer): Post {
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
    if (response.status === STOPPED) {
      throw new RunStoppedError(((await response.json()) as { readonly stopped: string }).stopped);
    }
    if (!response.ok) {
      throw new BrokenSetUpError(
        `The server on port ${port} did not take the import (HTTP ${response.status}): see its log.`,
      );
    }
    return response.json();
  };
}

/**
 * Has the server open something that writes; where another run writes, it's asked again until that is done.
 *
 * @param what the rest of the route, and what it's told besides the owner
 */
export async function openOnServer<Opened>(post: Post, path: string, what: object): Promise<Opened> {
  const owner = newOwner();
  for (let tries = 0; ; tries += 1) {
    const answer = (await post(path, { ...what, owner })) as { readonly heldBy?: LeaseHolder };
    if (answer.heldBy === undefined) return answer as Opened;
    if (tries === 0) sayWho(answer.heldBy);
    await new Promise((resolve) => setTimeout(resolve, HEARTBEAT_MS));
  }
}
