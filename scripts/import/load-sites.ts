import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parse } from 'yaml';
import { compileProfile, type Site } from '../../src/importer/profiles/compile-profile';
import { GENERAL_SITE } from '../../src/importer/profiles';
import { readProfile } from '../../src/importer/profiles/profile-schema';
import { UsageError } from './usage-error';

const EXTENSIONS = new Set(['.json', '.yaml', '.yml']);

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) throw new UsageError(`The folder of profiles can not be read: ${folder}`);
  const profiles = names.filter((name) => EXTENSIONS.has(extname(name))).sort();
  if (profiles.length === 0) throw new UsageError(`There are no .yaml or .json files of profiles in ${folder}`);
  return profiles;
}

function contentOf(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
  }
}

async function loadSite(file: string): Promise<Site> {
  const { profile, errors } = readProfile(contentOf(await readFile(file, 'utf8'), file));
  if (profile === null) throw new UsageError(errors.map((error) => `${file}: ${error}`).join('\n'));
  return compileProfile(profile, GENERAL_SITE.profile);
}

/**
 * Loads the profiles of a folder, by name.
 *
 * @throws UsageError that names file and key of every mistake
 */
export async function loadSites(folder: string): Promise<readonly Site[]> {
  const names = await namesIn(folder);
  return Promise.all(names.map((name) => loadSite(join(folder, name))));
}
