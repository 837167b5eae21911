import Database from 'better-sqlite3';
import { parentPort, workerData } from 'node:worker_threads';

/** So often the log is copied: a page that is written again and again meanwhile is copied once. */
const PAUSE_MS = 350;

/**
 * Copies the write-ahead log of an SQLite database into it, again and again, until it is told to end. A passive checkpoint waits for nobody and keeps
 * nobody waiting.
 */
function main(file: string): void {
  const database = new Database(file, { fileMustExist: true });
  database.pragma('synchronous = NORMAL');
  const timer = setInterval(() => database.pragma('wal_checkpoint(PASSIVE)'), PAUSE_MS);
  parentPort?.once('message', () => {
    clearInterval(timer);
    database.close();
  });
}

main(String(workerData));
