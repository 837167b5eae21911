import type Database from 'better-sqlite3';
import type { Heard } from './listen';

/** How the database finds the rows of a statement. */
export interface Explained extends Heard {
  readonly plan: readonly string[];
  /** Tables that are read from end to end. */
  readonly scans: readonly string[];
}

interface PlanRow {
  readonly detail: string;
}

/** Placeholders outside texts and names. */
const countOf = (sql: string): number => sql.replaceAll(/'[^']*'|"[^"]*"|`[^`]*`/g, '').split('?').length - 1;

/** `SCAN table` without an index; what only counts, lists values or comes from a part of the statement is no table. */
function scanOf(detail: string, tables: ReadonlySet<string>): string | null {
  const words = detail.split(' ');
  if (words[0] !== 'SCAN' || detail.includes(' INDEX ')) return null;
  const name = words[1] ?? '';
  return tables.has(name) || /^(?:t\d+|list|entry|part|link|article|component)$/.test(name) ? name : null;
}

/** Asks the database how it would carry a statement out; null for what is no query of rows. */
export function explain(db: Database.Database, tables: ReadonlySet<string>, heard: Heard): Explained | null {
  if (!/^\s*(?:select|with|update|delete)\b/i.test(heard.sql)) return null;
  const nothing = Array.from({ length: countOf(heard.sql) }, () => null);
  const rows = db.prepare(`explain query plan ${heard.sql}`).all(...nothing) as readonly PlanRow[];
  const plan = rows.map(({ detail }) => detail);
  return { ...heard, plan, scans: plan.flatMap((detail) => scanOf(detail, tables) ?? []) };
}
