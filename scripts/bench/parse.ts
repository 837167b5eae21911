import Table from 'cli-table3';
import { parseSource } from '../../src/importer/import-documents';
import { corpusFile } from './corpus';
import { SEED } from './settings';

const DOCUMENTS = 5000;
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
  readonly mibPerSecond: number;
}

function parse(bytes: Uint8Array): void {
  parseSource({ path: 'bench.txt', bytes, url: null, capturedAt: null, recordId: null });
}

function measure(name: string, documents: readonly Uint8Array[]): ParseResult {
  const started = performance.now();
  for (const bytes of documents) parse(bytes);
  const seconds = (performance.now() - started) / 1000;
  const bytes = documents.reduce((sum, { length }) => sum + length, 0);
  return {
    bench: 'parse',
    case: name,
    documents: documents.length,
    bytesPerDocument: Math.round(bytes / documents.length),
    documentsPerSecond: Math.round(documents.length / seconds),
    mibPerSecond: Math.round((bytes / MIB / seconds) * 10) / 10,
  };
}

const byRate = (left: ParseResult, right: ParseResult): number => right.documentsPerSecond - left.documentsPerSecond;

function corpus(): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  return Array.from({ length: DOCUMENTS }, (_, index) => encoder.encode(corpusFile(SEED, index).text));
}

/** One document that grows by paragraphs: its time has to grow with its size and no faster. */
function grown(text: string, kilobytes: number): Uint8Array {
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
    head: ['case', 'documents', 'bytes each', 'documents/s', 'MiB/s'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  for (const result of results) {
    const { case: name, documents, bytesPerDocument, documentsPerSecond, mibPerSecond } = result;
    table.push([name, documents, bytesPerDocument, documentsPerSecond, mibPerSecond]);
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
  const rounds = Array.from({ length: ROUNDS }, () => measure('warm', documents));
  const warm = rounds.toSorted(byRate).slice(0, 1);
  print([cold, ...warm, ...growth()]);
  return 0;
}
