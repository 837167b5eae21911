import type { Finding } from '../../../src/stores/runs/findings';
import type { RollbackProgress, RollbackRefusal } from '../../../src/stores/rollback/rollback-session';
import { askServer, openOnServer } from '../ask-server';
import { EXIT } from '../exit-codes';
import { openWriter, type Closing } from '../open-writer';
import { shortId } from '../run-ids';
import { sayWho } from '../say-who';
import { UsageError } from '../usage-error';
import { theRun } from './find-run';
import { printerOf, type RowFormat } from './print-rows';
import { rollbackLine } from './rollback-line';

export interface RollbackOptions {
  readonly format: RowFormat;
}

/** A rollback, wherever it is carried out. */
interface Rollback {
  readonly runId: string;
  readonly target: string;
  step(): Promise<RollbackProgress>;
}

/** @throws UsageError where the run can't be taken back */
function accepted<Opened extends object>(name: string, opened: Opened | RollbackRefusal): Opened {
  if (!('candidates' in opened)) return opened;
  const { documentId } = theRun(name, opened.candidates);
  throw new UsageError(`Run ${shortId(documentId)} can not be rolled back. ${opened.reason ?? ''}`);
}

function open(name: string): Promise<Rollback & Closing> {
  return openWriter<Rollback>({
    what: 'the rollback',
    async locally(strapi) {
      const { takeLease } = await import('../../../src/stores/runs/lease');
      const { openRollback } = await import('../../../src/stores/rollback/rollback-session');
      return accepted(name, await openRollback(strapi, name, await takeLease(strapi, sayWho)));
    },
    async remotely(server) {
      const post = askServer(server);
      type Opened = { readonly id: string; readonly runId: string; readonly target: string };
      const answer = await openOnServer<Opened | RollbackRefusal>(post, '/rollback', { run: name });
      const { id, runId, target } = accepted(name, answer);
      const step = async (): Promise<RollbackProgress> => (await post(`/rollback/${id}/step`, {})) as RollbackProgress;
      return { runId, target, step, close: () => Promise.resolve() };
    },
  });
}

const COLUMNS = ['kept', 'code', 'message'];

/** What was kept is printed as it is met; `messages` lists it once more. */
function printKept({ path, diagnostics }: Finding, print: ReturnType<typeof printerOf>['print']): void {
  for (const { code, message, actual } of diagnostics)
    print({ kept: actual ?? path, code, message }, { path, code, message, actual });
}

/**
 * `rollback RUN`: takes back what a run wrote, except what was edited since.
 *
 * @returns 1 where something was kept, else 0
 */
export async function rollbackCommand(name: string, { format }: RollbackOptions): Promise<number> {
  const rollback = await open(name);
  try {
    const printer = printerOf(format, COLUMNS);
    let progress = await rollback.step();
    for (; !progress.done; progress = await rollback.step()) {
      for (const finding of progress.kept) printKept(finding, printer.print);
    }
    printer.end();
    const [run, target] = [shortId(rollback.runId), shortId(rollback.target)];
    process.stderr.write(`Run ${target} rolled back by run ${run}: ${rollbackLine(progress.counts)}.\n`);
    return (progress.counts?.kept ?? 0) > 0 ? EXIT.someFailed : EXIT.done;
  } finally {
    await rollback.close();
  }
}
