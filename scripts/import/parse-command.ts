import Table from 'cli-table3';
import type { ParsedDocument } from '../../src/importer/documents';
import { toParseOutput } from '../../src/importer/parse-output';
import { EXIT } from './exit-codes';
import { explain } from './explain';
import { findFiles } from './find-sources';
import { toReading, type ReadingOptions } from './parse-options';
import { readDocuments } from './read-sources';
import { watchOutput } from './watch-output';

export interface ParseCommandOptions extends ReadingOptions {
  readonly explain: boolean;
  readonly format: 'table' | 'json' | 'ndjson';
  readonly limit: number;
}

function toRow({ source, kind, article, rankingLists, diagnostics }: ParsedDocument): string[] {
  const headline = article?.headline ?? '';
  return [source.path, kind, headline, String(rankingLists.length), diagnostics.map(({ code }) => code).join(', ')];
}

function print(documents: readonly ParsedDocument[], format: 'table' | 'json'): void {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(documents.map(toParseOutput), null, 2)}\n`);
    return;
  }
  const table = new Table({
    head: ['document', 'kind', 'headline', 'lists', 'diagnostics'],
    style: { head: [], border: [] },
  });
  table.push(...documents.map(toRow));
  process.stdout.write(`${table.toString()}\n`);
}

/** `parse`: prints what the parser reads, without Strapi and without a database. */
export async function parseCommand(paths: readonly string[], options: ParseCommandOptions): Promise<number> {
  const { format, limit } = options;
  const reading = await toReading(options);
  const documents: ParsedDocument[] = [];
  let failed = false;
  const found = await findFiles(paths);
  const isRead = watchOutput();
  for await (const parsed of readDocuments(found, limit, reading)) {
    failed ||= parsed.kind === 'rejected';
    if (options.explain) process.stdout.write(explain(parsed));
    else if (format === 'ndjson') process.stdout.write(`${JSON.stringify(toParseOutput(parsed))}\n`);
    else documents.push(parsed);
    if (!isRead()) break;
  }
  found.close();
  if (format !== 'ndjson' && !options.explain) print(documents, format);
  return failed ? EXIT.someFailed : EXIT.done;
}
