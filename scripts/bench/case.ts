import { runImportCase } from './import-case';
import { runPlainInserts } from './plain-inserts';
import { runPlainSql } from './plain-sql';
import { client, type CaseSettings } from './settings';

/** One case in a process of its own: settings come as JSON in the first argument, results go to standard output as JSON lines. */
async function main(): Promise<void> {
  const settings = JSON.parse(process.argv[2] ?? '{}') as CaseSettings;
  const runPlain = client() === 'sqlite' ? runPlainSql : runPlainInserts;
  const results = settings.name === 'plain-sql' ? await runPlain(settings) : await runImportCase(settings);
  for (const result of results) process.stdout.write(`${JSON.stringify(result)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
