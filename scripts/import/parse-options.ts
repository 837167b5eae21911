import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ParseOptions } from '../../src/importer/parse/parse-document';
import { BUILT_IN_SITES } from '../../src/importer/profiles';
import type { Site } from '../../src/importer/profiles/compile-profile';
import { DEFAULT_LIMITS, type ReadOptions } from '../../src/importer/readers/carrier';
import { checkCapturedAt } from './captured-at';
import type { Reading } from './read-sources';
import { UsageError } from './usage-error';

/** Options of every verb that reads documents. */
export interface ReadingOptions {
  readonly profile?: string;
  readonly profiles?: string;
  readonly timezone?: string;
  readonly capturedAt?: string;
  readonly fieldMap: Readonly<Record<string, string>>;
  readonly maxDocumentSize: number;
  readonly maxArchiveSize: number;
}

const MIB = 1024 * 1024;
const FIELDS = ['text', 'html', 'url', 'capturedAt', 'id', 'path'];

function mebibytes(value: string): number {
  const size = Number(value);
  if (!(size > 0)) throw new InvalidArgumentError('A number of MiB above 0 is expected.');
  return size;
}

/** `text=content,url=link` */
function fieldMap(value: string): Readonly<Record<string, string>> {
  const pairs = value.split(',').map((pair) => pair.split('='));
  for (const [field = '', name = ''] of pairs) {
    if (FIELDS.includes(field) && name !== '') continue;
    throw new InvalidArgumentError(`Pairs such as text=content are expected; known fields: ${FIELDS.join(', ')}.`);
  }
  return Object.fromEntries(pairs.map(([field = '', name = '']) => [field, name]));
}

/** Adds the options of reading to a verb. */
export function withReadingOptions(command: Command): Command {
  return command
    .addOption(new Option('--profile <id>', 'read all documents by this profile instead of choosing by evidence'))
    .addOption(new Option('--profiles <folder>', 'profiles of further sites, as .yaml or .json files'))
    .addOption(new Option('--timezone <zone>', 'zone of printed times that name none, e.g. Asia/Tokyo'))
    .addOption(
      new Option(
        '--captured-at <instant>',
        'when pages were captured that do not say so themselves, e.g. 2025-04-10T14:15:00+09:00, or file for the time of each file',
      ),
    )
    .addOption(
      new Option('--field-map <pairs>', 'fields of JSON records, e.g. text=content,url=link')
        .argParser(fieldMap)
        .default({}, 'none'),
    )
    .addOption(
      new Option('--max-document-size <MiB>', 'larger documents are rejected')
        .argParser(mebibytes)
        .default(DEFAULT_LIMITS.maxDocumentBytes / MIB),
    )
    .addOption(
      new Option('--max-archive-size <MiB>', 'archives that expand to more are rejected')
        .argParser(mebibytes)
        .default(DEFAULT_LIMITS.maxArchiveBytes / MIB),
    );
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function pick(sites: readonly Site[], id: string): Site {
  const site = sites.find(({ profile }) => profile.id === id);
  if (site !== undefined) return site;
  const known = sites.map(({ profile }) => profile.id).join(', ');
  throw new UsageError(`There is no profile "${id}". Known profiles: ${known}.`);
}

function toReadOptions({ fieldMap: map, maxDocumentSize, maxArchiveSize }: ReadingOptions): ReadOptions {
  const limits = {
    ...DEFAULT_LIMITS,
    maxDocumentBytes: maxDocumentSize * MIB,
    maxArchiveBytes: maxArchiveSize * MIB,
  };
  return { limits, fieldMap: map };
}

async function toParseOptions({ profile, profiles, timezone }: ReadingOptions): Promise<ParseOptions> {
  // zod and yaml take a while to load; most runs need neither.
  const own = profiles === undefined ? [] : await (await import('./load-sites')).loadSites(profiles);
  const sites = [...own, ...BUILT_IN_SITES];
  return { sites: profile === undefined ? sites : [pick(sites, profile)], timezone: timezone ?? null };
}

/**
 * How the command line wants documents to be read.
 *
 * @throws UsageError for an unknown profile or zone, and for profile files that say what no profile can say
 */
export async function toReading(options: ReadingOptions): Promise<Reading> {
  const { timezone, capturedAt } = options;
  if (timezone !== undefined && !isZone(timezone)) {
    throw new UsageError(`"${timezone}" is no time zone. Name one such as Asia/Tokyo or Europe/London.`);
  }
  const captured = capturedAt === undefined ? {} : { capturedAt: checkCapturedAt(capturedAt) };
  return { reading: toReadOptions(options), parsing: await toParseOptions(options), ...captured };
}
