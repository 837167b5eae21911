import { Command, InvalidArgumentError } from 'commander';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chanceOf, type Chance } from './bench/chance';
import { damagedCarrier } from './fuzz/carriers';
import { findingInCarrier } from './fuzz/check-carrier';
import { findingIn } from './fuzz/check-document';
import type { Finding } from './fuzz/finding';
import { hostileText } from './fuzz/hostile';
import { mutate } from './fuzz/mutate';
import { startProgress } from './import/progress';

const ROOT = resolve(__dirname, '..', '..');
const FOLDERS = ['samples', 'tests/fixtures/shapes', 'tests/fixtures/defects'];
const KEPT = join(tmpdir(), 'copydesk-fuzz');
const STEP = 1000;
/** One document in so many is of a shape that no newspaper prints; one in so many is a damaged file of some format. */
const HOSTILE = 8;
const CARRIER = 50;
/** Seeds are far apart, so that two runs share no document. */
const SEED_STEP = 10_000_019;

interface Tried {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly finding: Finding | null;
}

function fixtures(): readonly string[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(ROOT, folder, name)),
  );
  return files.map((file) => readFileSync(file, 'utf8'));
}

async function tryOne(index: number, fixture: string, chance: Chance): Promise<Tried> {
  if (index % CARRIER === CARRIER - 1) {
    const { name, bytes } = await damagedCarrier(fixture, chance);
    return { name, bytes, finding: await findingInCarrier(name, bytes) };
  }
  const text = index % HOSTILE === HOSTILE - 1 ? hostileText(chance) : fixture;
  const bytes = mutate(text, chance);
  return { name: 'document.txt', bytes, finding: findingIn(bytes) };
}

function keep({ name, bytes }: Tried, { kind, detail }: Finding, index: number): void {
  mkdirSync(KEPT, { recursive: true });
  const file = join(KEPT, `${kind}-${index}-${name}`);
  writeFileSync(file, bytes);
  process.stdout.write(`${kind} in document ${index}, kept as ${file}: ${detail}\n`);
}

function whole(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 is expected.');
  return number;
}

/**
 * Reads mutated fixtures, hostile texts and damaged files: none may throw, lose a line, take longer than 50 ms for every 10 KB or
 * vanish without a diagnostic. Document n of a seed is the same on every machine; what is found is kept in the system's folder for
 * temporary files.
 *
 * @returns 0 where nothing was found, else 1
 */
export async function main(argv: readonly string[]): Promise<number> {
  const command = new Command('npm run fuzz --')
    .option('--documents <count>', 'how many', whole, 100_000)
    .option('--seed <seed>', 'where chance begins', whole, 1);
  const { documents, seed } = command.parse([...argv], { from: 'user' }).opts<{ documents: number; seed: number }>();
  const texts = fixtures();
  const progress = startProgress(Math.ceil(documents / STEP));
  const found: Record<string, number> = {};
  let bytes = 0;
  for (let index = 0; index < documents; index += 1) {
    const tried = await tryOne(index, texts[index % texts.length] ?? '', chanceOf(seed * SEED_STEP + index));
    bytes += tried.bytes.length;
    if (tried.finding !== null) {
      keep(tried, tried.finding, index);
      found[tried.finding.kind] = (found[tried.finding.kind] ?? 0) + 1;
    }
    if (index % STEP === STEP - 1) progress.step();
  }
  progress.stop();
  const size = `${(bytes / 1_048_576).toFixed(0)} MiB, ${Math.floor(documents / CARRIER)} of them damaged files`;
  const findings = Object.entries(found).map(([kind, count]) => `${count} ${kind}`);
  process.stdout.write(`${documents} documents, ${size}, seed ${seed}: ${findings.join(', ') || 'no findings'}\n`);
  return findings.length === 0 ? 0 : 1;
}
