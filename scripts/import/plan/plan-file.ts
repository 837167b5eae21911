import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { PARSER_VERSION } from '../../../src/importer/normalise/to-record';
import type { PlanRules } from '../../../src/importer/plan/plan-rules';
import type { PlannedDocument } from '../../../src/importer/plan/planned-document';
import type { Counts, DocumentResult } from '../../../src/importer/report';
import { openScratch, type Scratch } from '../../../src/stores/scratch';
import { BrokenSetUpError } from '../broken-set-up-error';
import type { ReadingOptions } from '../parse-options';
import { UsageError } from '../usage-error';

/** Moves when a plan of before can't be carried out any more. */
const FORMAT = 1;

/** The first line of a plan: what it was made with. */
export interface PlanHeader {
  readonly copydeskPlan: number;
  readonly parserVersion: string;
  readonly createdAt: string;
  readonly paths: readonly string[];
  readonly reading: ReadingOptions;
  readonly status: 'draft' | 'published';
  readonly store: 'bulk' | 'documents';
  readonly rules: PlanRules;
  readonly limit: number | null;
}

/** One document of a plan: a line. */
interface PlanLine extends PlannedDocument {
  readonly path: string;
  readonly index: number;
}

/** The last line: without it the file is cut off. */
interface PlanEnd {
  readonly end: Counts;
}

type Header = Omit<PlanHeader, 'copydeskPlan' | 'parserVersion' | 'createdAt'>;

/** Writes a plan, a line a document. */
export interface PlanWriter {
  write(result: DocumentResult): Promise<void>;
  end(counts: Counts): Promise<void>;
}

/**
 * Begins a plan file.
 *
 * @throws UsageError where the file can't be written
 */
export async function writePlan(file: string, header: Header): Promise<PlanWriter> {
  const stream = createWriteStream(file);
  await once(stream, 'open').catch((error: unknown) => {
    throw new UsageError(`The plan can not be written: ${error instanceof Error ? error.message : String(error)}.`);
  });
  const put = async (line: object): Promise<void> => {
    if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain');
  };
  const made = { copydeskPlan: FORMAT, parserVersion: PARSER_VERSION, createdAt: new Date().toISOString() };
  await put({ ...made, ...header });
  return {
    async write({ path, index, planned }) {
      if (planned !== undefined) await put({ path, index, ...planned });
    },
    async end(counts) {
      await put({ end: counts } satisfies PlanEnd);
      stream.end();
      await finished(stream);
    },
  };
}

/** A plan that was read: its header, and its documents by identity. */
export interface SavedPlan {
  readonly header: PlanHeader;
  /** The plan of a document, once: whoever asks takes it. */
  take(identity: string): PlannedDocument | null;
  /** The documents that nobody has asked for. */
  left(): IterableIterator<{ readonly path: string; readonly index: number }>;
  close(): void;
}

async function* linesOf(file: string): AsyncGenerator<unknown> {
  const input = createReadStream(file, 'utf8');
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) yield JSON.parse(line) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file} is no plan: it is not JSON, a line a document.`);
    throw new UsageError(`The plan can not be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** A document that was read twice has two lines. */
function keep(scratch: Scratch, line: PlanLine): void {
  const before = scratch.get(line.identity);
  scratch.set(line.identity, `${before === null ? '' : `${before}\n`}${JSON.stringify(line)}`);
}

function checkHeader(file: string, line: unknown): PlanHeader {
  const header = line as Partial<PlanHeader> | null | undefined;
  if (typeof header?.copydeskPlan !== 'number') throw new UsageError(`${file} is no plan of copydesk.`);
  const { copydeskPlan, parserVersion } = header;
  if (copydeskPlan === FORMAT && parserVersion === PARSER_VERSION) return header as PlanHeader;
  throw new BrokenSetUpError(
    `${file} was made by another version of copydesk, which reads documents differently: make the plan again.`,
  );
}

/**
 * Reads a plan. Its documents lie on disk, not in memory.
 *
 * @throws UsageError where the file is no plan
 * @throws BrokenSetUpError where it is cut off, or was made by another version
 */
export async function readPlan(file: string): Promise<SavedPlan> {
  const scratch = openScratch();
  let header: PlanHeader | null = null;
  let isWhole = false;
  for await (const line of linesOf(file)) {
    if (header === null) header = checkHeader(file, line);
    else if ('end' in (line as object)) isWhole = true;
    else keep(scratch, line as PlanLine);
  }
  if (header === null) throw new UsageError(`${file} is no plan: it is empty.`);
  if (!isWhole) throw new BrokenSetUpError(`${file} is cut off: make the plan again.`);
  return {
    header,
    take(identity) {
      const [line, ...others] = scratch.get(identity)?.split('\n') ?? [];
      if (others.length === 0) scratch.remove(identity);
      else scratch.set(identity, others.join('\n'));
      return line === undefined ? null : (JSON.parse(line) as PlannedDocument);
    },
    *left() {
      for (const [, lines] of scratch.entries()) {
        for (const line of lines.split('\n')) yield JSON.parse(line) as PlanLine;
      }
    },
    close: () => scratch.close(),
  };
}
