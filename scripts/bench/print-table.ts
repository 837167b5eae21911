import Table from 'cli-table3';
import type { CaseResult } from './settings';

/** The results for people, on standard error: standard output has the JSON lines. */
export function printTable(results: readonly CaseResult[]): void {
  const table = new Table({
    head: ['case', 'documents', 'seconds', 'documents/s', 'peak MiB'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const { case: name, documents, seconds, documentsPerSecond, peakRssMiB } of results) {
    table.push([name, documents, seconds, documentsPerSecond, peakRssMiB]);
  }
  process.stderr.write(`${table.toString()}\n`);
}
