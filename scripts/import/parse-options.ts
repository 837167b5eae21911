import { Option, type Command } from 'commander';
import type { ParseOptions } from '../../src/importer/parse/parse-document';
import { BUILT_IN_SITES } from '../../src/importer/profiles';
import type { Site } from '../../src/importer/profiles/compile-profile';
import { UsageError } from './usage-error';

/** Options of every verb that reads documents. */
export interface ReadingOptions {
  readonly profile?: string;
  readonly profiles?: string;
  readonly timezone?: string;
}

/** Adds the options of reading to a verb. */
export function withReadingOptions(command: Command): Command {
  return command
    .addOption(new Option('--profile <id>', 'read all documents by this profile instead of choosing by evidence'))
    .addOption(new Option('--profiles <folder>', 'profiles of further sites, as .yaml or .json files'))
    .addOption(new Option('--timezone <zone>', 'zone of printed times that name none, e.g. Asia/Tokyo'));
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

/**
 * How the command line wants documents to be read.
 *
 * @throws UsageError for an unknown profile or zone, and for profile files that say what no profile can say
 */
export async function toParseOptions({ profile, profiles, timezone }: ReadingOptions): Promise<ParseOptions> {
  if (timezone !== undefined && !isZone(timezone)) {
    throw new UsageError(`"${timezone}" is no time zone. Name one such as Asia/Tokyo or Europe/London.`);
  }
  // zod and yaml take a while to load; most runs need neither.
  const own = profiles === undefined ? [] : await (await import('./load-sites')).loadSites(profiles);
  const sites = [...own, ...BUILT_IN_SITES];
  return { sites: profile === undefined ? sites : [pick(sites, profile)], timezone: timezone ?? null };
}
