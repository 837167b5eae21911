import { Command, InvalidArgumentError } from 'commander';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseSource } from '../src/importer/import-documents';
import { chanceOf } from './bench/chance';
import { mutate } from './fuzz/mutate';
import { startProgress } from './import/progress';

const ROOT = resolve(__dirname, '..', '..');
const FOLDERS = ['samples', 'tests/fixtures/shapes', 'tests/fixtures/defects'];
/** What a document may take: 50 ms for every 10 KB, and never less than that. */
const MAX_MS = 50;
const UNIT = 10_240;
const STEP = 1000;

interface Finding {
  readonly kind: 'exception' | 'slow' | 'line-lost';
  readonly detail: string;
  readonly bytes: Uint8Array;
}

function seeds(): [string, ...string[]] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(ROOT, folder, name)),
  );
  return files.map((file) => readFileSync(file, 'utf8')) as [string, ...string[]];
}

function parse(bytes: Uint8Array): { readonly milliseconds: number; readonly problem: string | null } {
  const started = performance.now();
  const documents = parseSource({ path: 'fuzz', bytes, url: null, capturedAt: null, recordId: null });
  const milliseconds = performance.now() - started;
  const twice = documents.find(({ lines }) => new Set(lines.map(({ line }) => line)).size !== lines.length);
  return {
    milliseconds,
    problem: twice === undefined ? null : `a line has two roles in document ${twice.source.index}`,
  };
}

const allowed = (bytes: Uint8Array): number => MAX_MS * Math.max(1, bytes.length / UNIT);

/** Tries one document; a slow one is timed again, since the machine has other things to do as well. */
function findingIn(bytes: Uint8Array): Finding | null {
  try {
    const first = parse(bytes);
    if (first.problem !== null) return { kind: 'line-lost', detail: first.problem, bytes };
    if (first.milliseconds <= allowed(bytes)) return null;
    const best = Math.min(...[1, 2, 3].map(() => parse(bytes).milliseconds));
    return best <= allowed(bytes)
      ? null
      : { kind: 'slow', detail: `${best.toFixed(0)} ms for ${bytes.length} bytes`, bytes };
  } catch (error) {
    return {
      kind: 'exception',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      bytes,
    };
  }
}

function keep({ kind, detail, bytes }: Finding, index: number): void {
  const file = join(tmpdir(), `copydesk-fuzz-${kind}-${index}.txt`);
  writeFileSync(file, bytes);
  process.stdout.write(`${kind} in document ${index}, kept as ${file}: ${detail}\n`);
}

function whole(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 is expected.');
  return number;
}

/**
 * Parses mutated documents: none may throw, lose a line or take longer than 50 ms for every 10 KB. Document n of a seed is the same on
 * every machine; what is found is kept in the system's folder for temporary files.
 *
 * @returns 0 where nothing was found, else 1
 */
export function main(argv: readonly string[]): Promise<number> {
  const command = new Command('npm run fuzz --')
    .option('--documents <count>', 'how many', whole, 100_000)
    .option('--seed <seed>', 'where chance begins', whole, 1);
  const { documents, seed } = command.parse([...argv], { from: 'user' }).opts<{ documents: number; seed: number }>();
  const texts = seeds();
  const progress = startProgress(Math.ceil(documents / STEP));
  let found = 0;
  let bytes = 0;
  for (let index = 0; index < documents; index += 1) {
    const chance = chanceOf(seed * 1_000_003 + index);
    const mutated = mutate(texts[index % texts.length] ?? '', chance);
    bytes += mutated.length;
    const finding = findingIn(mutated);
    if (finding !== null) keep(finding, index);
    found += finding === null ? 0 : 1;
    if (index % STEP === STEP - 1) progress.step();
  }
  progress.stop();
  process.stdout.write(
    `${documents} documents, ${(bytes / 1_048_576).toFixed(0)} MiB, seed ${seed}: ${found} findings\n`,
  );
  return Promise.resolve(found === 0 ? 0 : 1);
}
