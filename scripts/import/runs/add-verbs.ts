import { Option, type Command } from 'commander';
import { count } from '../count';
import type { MessagesOptions } from './messages-command';
import type { RollbackOptions } from './rollback-command';
import type { StatusOptions } from './status-command';

const format = (): Option =>
  new Option('--format <format>', 'what is printed').choices(['table', 'json', 'csv']).default('table');

const RUN = 'a run: its id, the beginning of it, or latest';

/** Adds the verbs that look at runs and take them back. What they need is loaded when one of them is called. */
export function addRunVerbs(root: Command, finish: (code: number) => void): void {
  root
    .command('status')
    .description('list the runs, the newest first')
    .addOption(format())
    .addOption(new Option('--limit <count>', 'so many of them').argParser(count).default(20))
    .action(async (options: StatusOptions) => {
      finish(await (await import('./status-command')).statusCommand(options));
    });
  root
    .command('messages')
    .description('list what a run found, document by document')
    .argument('<run>', RUN)
    .addOption(format())
    .action(async (run: string, options: MessagesOptions) => {
      finish(await (await import('./messages-command')).messagesCommand(run, options));
    });
  root
    .command('rollback')
    .description('take back what a run wrote, except what was edited since')
    .argument('<run>', RUN)
    .addOption(format())
    .action(async (run: string, options: RollbackOptions) => {
      finish(await (await import('./rollback-command')).rollbackCommand(run, options));
    });
}
