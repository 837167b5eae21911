import type { Diagnostic } from '../../../src/importer/documents';
import { EXIT } from '../exit-codes';
import { theRun } from './find-run';
import { lookInto, type Archive } from './open-archive';
import { printerOf, type RowFormat } from './print-rows';
import { runsNamed } from './stored-runs';

export interface MessagesOptions {
  readonly format: RowFormat;
}

/** Findings that are read at once. */
const PAGE = 500;

interface FindingRow {
  readonly id: number;
  readonly path: string;
  readonly source_index: number;
  readonly action: string;
  readonly diagnostics: string | readonly Diagnostic[] | null;
}

async function* findingsOf({ knex }: Archive, runId: string): AsyncGenerator<FindingRow> {
  for (let last = 0; ;) {
    const rows: readonly FindingRow[] = await knex('copydesk_findings')
      .where({ run_id: runId })
      .andWhere('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .select('id', 'path', 'source_index', 'action', 'diagnostics');
    yield* rows;
    last = rows.at(-1)?.id ?? 0;
    if (rows.length < PAGE) return;
  }
}

const COLUMNS = ['document', 'index', 'line', 'action', 'severity', 'code', 'message', 'seen', 'expected'];

const diagnosticsOf = ({ diagnostics }: FindingRow): readonly Diagnostic[] =>
  typeof diagnostics === 'string' ? (JSON.parse(diagnostics) as readonly Diagnostic[]) : (diagnostics ?? []);

/** `messages RUN`: what a run found, all of it, in the order of the documents. */
export async function messagesCommand(name: string, { format }: MessagesOptions): Promise<number> {
  const count = await lookInto(async (archive) => {
    const { documentId } = theRun(name, await runsNamed(archive, name));
    const printer = printerOf(format, COLUMNS);
    let printed = 0;
    for await (const finding of findingsOf(archive, documentId)) {
      const { path, source_index: index, action } = finding;
      const about = { document: path, index, action };
      const diagnostics = diagnosticsOf(finding);
      if (diagnostics.length === 0) printer.print(about, about);
      for (const { code, severity, line, message, actual, expected } of diagnostics) {
        const row = { ...about, line, severity, code, message, seen: actual, expected };
        printer.print(row, row);
      }
      printed += 1;
    }
    printer.end();
    return printed;
  }, null);
  if (count === null) theRun(name, []);
  if (count === 0) process.stderr.write('The run has no messages.\n');
  return EXIT.done;
}
