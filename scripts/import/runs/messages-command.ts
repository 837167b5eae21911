import type { Diagnostic } from '../../../src/importer/documents';
import { EXIT } from '../exit-codes';
import { theRun } from './find-run';
import { findingsOf, type FindingRow } from './findings';
import { lookInto } from './open-archive';
import { printerOf, type RowFormat } from './print-rows';
import { runsNamed } from './stored-runs';

export interface MessagesOptions {
  readonly format: RowFormat;
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
