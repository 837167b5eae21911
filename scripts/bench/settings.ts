import { resolve } from 'node:path';

/** dist/scripts/bench → the project's root. */
const ROOT = resolve(__dirname, '..', '..', '..');

/** Where the benchmark keeps its corpus and its databases. */
export const FOLDER = resolve(ROOT, '.tmp', 'bench');

/** The corpus: the same on every machine. */
export const SEED = 20_250_410;

/** What the name of an empty database ends with, beside the one that a case fills. */
export const EMPTY = '_empty';

/** What one case of the benchmark is told. */
export interface CaseSettings {
  readonly name: string;
  readonly documents: number;
  /** Documents that are there before the clock starts, written by the bulk store. */
  readonly before: number;
  /** Which corpus is imported: 0 as first exported, others with later texts. */
  readonly revision: number;
  readonly store: 'documents' | 'bulk';
  /** What is worked on: SQLite's file, or the name of a server's database. */
  readonly database: string;
}

/** The databases that an import is measured on. */
export type Client = 'sqlite' | 'postgres' | 'mysql';

/** The one that this process works on. */
export const client = (): Client => (process.env['DATABASE_CLIENT'] ?? 'sqlite') as Client;

/** What one case found out; printed as a JSON line. */
export interface CaseResult {
  readonly bench: 'import';
  readonly database: Client;
  readonly case: string;
  readonly documents: number;
  readonly seconds: number;
  readonly documentsPerSecond: number;
  readonly peakRssMiB: number;
}

/** A measured case; the process has to be the case's own, as its peak memory is. */
export function toResult(name: string, documents: number, milliseconds: number): CaseResult {
  const seconds = Math.round(milliseconds) / 1000;
  return {
    bench: 'import',
    database: client(),
    case: name,
    documents,
    seconds,
    documentsPerSecond: Math.round((documents / milliseconds) * 10_000) / 10,
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
