import { Command, CommanderError, Option } from 'commander';
import { BrokenSetUpError } from './import/broken-set-up-error';
import { count } from './import/count';
import { EXIT } from './import/exit-codes';
import type { ResolveCommandOptions } from './import/resolve-command';
import type { ImportCommandOptions } from './import/import-command';
import { withReadingOptions } from './import/parse-options';
import { addRunVerbs } from './import/runs/add-verbs';
import { UsageError } from './import/usage-error';
import { parseCommand, type ParseCommandOptions } from './import/parse-command';

function program(finish: (code: number) => void): Command {
  const root = new Command('npm run import --').exitOverride().showHelpAfterError('(--help says more)');
  withReadingOptions(root.command('import', { isDefault: true }))
    .description('make entries of documents')
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .addOption(new Option('--status <status>', 'state of new entries').choices(['draft', 'published']).default('draft'))
    .addOption(
      new Option('--store <store>', 'bulk writes rows in batches; documents goes through the Document Service')
        .choices(['bulk', 'documents'])
        .default('bulk'),
    )
    .option('--report <file>', "write the run's report to a file, as JSON")
    .option('--dry-run', 'say what would be done; write nothing', false)
    .addOption(new Option('--format <format>', 'what is printed').choices(['table', 'json']).default('table'))
    .addOption(new Option('--limit <count>', 'stop after so many documents').argParser(count).default(Infinity, 'all'))
    .action(async (paths: string[], options: ImportCommandOptions) => {
      // Strapi takes seconds to load; the other verbs do without it.
      const { importCommand } = await import('./import/import-command');
      finish(await importCommand(paths, options));
    });
  withReadingOptions(root.command('parse'))
    .description('print what the parser reads; needs no database')
    .argument('<path...>', 'files, folders, globs, or - for standard input')
    .addOption(new Option('--format <format>', 'what is printed').choices(['table', 'json', 'ndjson']).default('table'))
    .addOption(new Option('--limit <count>', 'stop after so many documents').argParser(count).default(Infinity, 'all'))
    .option('--explain', 'print each line of the document with its role', false)
    .action(async (paths: string[], options: ParseCommandOptions) => finish(await parseCommand(paths, options)));
  addRunVerbs(root, finish);
  root
    .command('resolve')
    .description('link all rows of ranking lists anew, and print what that changed')
    .addOption(new Option('--format <format>', 'what is printed').choices(['table', 'json']).default('table'))
    .action(async (options: ResolveCommandOptions) => {
      const { resolveCommand } = await import('./import/resolve-command');
      finish(await resolveCommand(options));
    });
  return root;
}

/**
 * Runs the import script.
 *
 * @param argv arguments without the program's name
 * @returns the exit code: 0 done, 1 some document failed, 2 wrong usage, 3 broken set-up
 */
export async function main(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.done;
  try {
    await program((result) => (code = result)).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
    const isUsage = error instanceof UsageError;
    if (!isUsage && !(error instanceof BrokenSetUpError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return isUsage ? EXIT.wrongUsage : EXIT.brokenSetUp;
  }
  return code;
}
