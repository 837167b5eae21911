import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/** So long the thread rests: a page that is written again and again meanwhile, as the end of an index is, is copied once. */
const PAUSE_MS = 1500;

/** What SQLite answers a checkpoint, of which the pages of the log matter here. */
interface Checkpoint {
  readonly log: number;
}

/**
 * Copies the write-ahead log of an SQLite database into it, again and again, until it is told to end; says each time how many pages the log has. A passive
 * checkpoint waits for nobody and keeps nobody waiting.
 */
function main(file: string): void {
  const database = new Database(file, { fileMustExist: true });
  database.pragma('synchronous = NORMAL');
  const copy = (): void => {
    const [checkpoint] = database.pragma('wal_checkpoint(PASSIVE)') as readonly Checkpoint[];
    parentPort?.postMessage(checkpoint?.log ?? 0);
  };
  const timer = setInterval(copy, PAUSE_MS);
  parentPort?.once('message', () => {
    clearInterval(timer);
    database.close();
  });
}

main(String(workerData));
