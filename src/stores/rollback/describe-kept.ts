import { diagnostic, type DiagnosticCode } from '../../importer/diagnostics';
import { entryTable } from '../changes/change-schema';
import type { Finding } from '../runs/findings';
import type { KeptEntry, Undo } from './undo';

const ARTICLE = 'api::article.article';
const LIST = 'api::ranking-list.ranking-list';

const NAMES = { [ARTICLE]: 'headline', [LIST]: 'title' } as const;

interface NameRow {
  readonly document: string;
  readonly name: string | null;
}

async function namesOf({ session, schema }: Undo, uid: keyof typeof NAMES, kept: readonly KeptEntry[]) {
  const ids = kept.filter((entry) => entry.uid === uid).map(({ documentId }) => documentId);
  if (ids.length === 0) return [];
  const table = entryTable(schema, uid);
  const column = (attribute: string): string => session.name(table.column(attribute));
  const sql =
    `select ${column('documentId')} as document, ${column(NAMES[uid])} as ${session.name('name')} ` +
    `from ${session.name(table.name)} where ${session.isOneOf(column('documentId'))} order by id desc`;
  return session.select<NameRow>(sql, [session.list(ids)]);
}

/** Entries that a rollback leaves alone, as findings of its run: by their headline or title, with the reason. */
export async function describeKept(undo: Undo, kept: readonly KeptEntry[]): Promise<readonly Finding[]> {
  const rows = [...(await namesOf(undo, ARTICLE, kept)), ...(await namesOf(undo, LIST, kept))];
  const names = new Map(rows.map(({ document, name }) => [document, name]));
  return kept.map(({ uid, documentId, because }) => {
    const code: DiagnosticCode = because;
    const name = names.get(documentId) ?? null;
    const finding = diagnostic(code, { actual: name ?? `${uid} ${documentId}` });
    return { path: documentId, index: 0, action: 'kept', diagnostics: [finding] };
  });
}
