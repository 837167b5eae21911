import Table from 'cli-table3';
import type { ParsedDocument } from '../../src/importer/documents';
import { parseSource, recordOf } from '../../src/importer/import-documents';
import { corpusFile } from './corpus';
import { SEED } from './settings';

const DOCUMENTS = 5000;
/** They make documents of 3.5 KB. */
const MORE_PARAGRAPHS = 2;
const ROUNDS = 5;
const SIZES_KB = [1, 10, 100, 1000, 5000];
const MIB = 1_048_576;

/** What one case of the parser's benchmark found out; printed as a JSON line. */
interface ParseResult {
  readonly bench: 'parse';
  readonly case: string;
  readonly documents: number;
  readonly bytesPerDocument: number;
  readonly documentsPerSecond: number;
  /** By the time that the process had a core: what counts where others use the machine as well. */
  readonly documentsPerCpuSecond: number;
  readonly mibPerCpuSecond: number;
}

type Work = (bytes: Uint8Array) => unknown;

const parse = (bytes: Uint8Array): readonly ParsedDocument[] =>
  parseSource({ path: 'bench.txt', bytes, url: null, capturedAt: null, recordId: null });

const toRecords: Work = (bytes) =>
  parse(bytes).map((parsed) => recordOf(parsed, { importedAt: '2025-04-10T00:00:00.000Z' }));

function measure(name: string, documents: readonly Uint8Array[], work: Work = parse): ParseResult {
  const [started, before] = [performance.now(), process.cpuUsage()];
  for (const bytes of documents) work(bytes);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1_000_000;
  const bytes = documents.reduce((sum, { length }) => sum + length, 0);
  return {
    bench: 'parse',
    case: name,
    documents: documents.length,
    bytesPerDocument: Math.round(bytes / documents.length),
    documentsPerSecond: Math.round(documents.length / seconds),
    documentsPerCpuSecond: Math.round(documents.length / cpuSeconds),
    mibPerCpuSecond: Math.round((bytes / MIB / cpuSeconds) * 10) / 10,
  };
}

const byRate = (left: ParseResult, right: ParseResult): number =>
  right.documentsPerCpuSecond - left.documentsPerCpuSecond;

function corpus(): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  return Array.from({ length: DOCUMENTS }, (_, index) =>
    encoder.encode(corpusFile(SEED, index, 0, MORE_PARAGRAPHS).text),
  );
}

/** One document that grows by paragraphs, or has its end cut off: its time has to grow with its size and no faster. */
function grown(text: string, kilobytes: number): Uint8Array {
  if (text.length > kilobytes * 1024) return new TextEncoder().encode(text.slice(0, kilobytes * 1024));
  const lines = text.split('\n');
  const paragraph = lines.find((line) => line.length > 200) ?? text;
  const at = lines.indexOf(paragraph);
  const missing = Math.max(0, kilobytes * 1024 - text.length);
  const filling = Array.from({ length: Math.floor(missing / (paragraph.length + 1)) }, () => paragraph);
  return new TextEncoder().encode(lines.toSpliced(at, 0, ...filling).join('\n'));
}

function growth(): readonly ParseResult[] {
  const { text } = corpusFile(SEED, 0);
  return SIZES_KB.map((kilobytes) => {
    const document = grown(text, kilobytes);
    const count = Math.max(3, Math.round(5000 / kilobytes));
    return measure(
      `one document of ${kilobytes} KB`,
      Array.from({ length: count }, () => document),
    );
  });
}

function print(results: readonly ParseResult[]): void {
  const table = new Table({
    head: ['case', 'documents', 'bytes each', 'documents/s', 'documents/CPU s', 'MiB/CPU s'],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const result of results) {
    const { case: name, documents, bytesPerDocument, documentsPerSecond } = result;
    table.push([
      ...[name, documents, bytesPerDocument, documentsPerSecond],
      ...[result.documentsPerCpuSecond, result.mibPerCpuSecond],
    ]);
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
  process.stderr.write(`${table.toString()}\n`);
}

/**
 * `npm run bench -- parse`: bytes to parsed documents on one core. Cold is the first time in this process, warm the best of five; then one
 * document of growing size.
 */
export function benchParse(): number {
  const documents = corpus();
  const cold = measure('cold', documents.slice(0, 200));
  const best = (name: string, work: Work): readonly ParseResult[] =>
    Array.from({ length: ROUNDS }, () => measure(name, documents, work))
      .toSorted(byRate)
      .slice(0, 1);
  print([cold, ...best('warm', parse), ...best('warm, with records', toRecords), ...growth()]);
  return 0;
}
