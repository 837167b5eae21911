import { closingLine, NO_COUNTS } from '../../../src/importer/report';
import { describeOwner, isDead } from '../../../src/stores/runs/owner';
import { EXIT } from '../exit-codes';
import { shortId } from '../run-ids';
import { localTime } from './local-time';
import { lookInto } from './open-archive';
import { printerOf, type RowFormat } from './print-rows';
import { rollbackLine } from './rollback-line';
import { lastRuns, writerNow, type StoredRun } from './stored-runs';

export interface StatusOptions {
  readonly format: RowFormat;
  readonly limit: number;
}

/** A run that has shown no sign of life for so long is called interrupted: then its lease is taken over. */
const SILENT_MS = 30_000;

interface Status {
  readonly run: StoredRun;
  readonly state: string;
  readonly heartbeatAt: Date | null;
}

type Writer = Awaited<ReturnType<typeof writerNow>>;

/** What a run is doing: the record of one whose process died still says that it runs. */
function statusOf(run: StoredRun, writer: Writer): Status {
  if (run.state !== 'running') return { run, state: run.state, heartbeatAt: null };
  const isWriter = writer !== null && writer.runId === run.documentId && !isDead(writer.owner);
  const at = isWriter ? writer.at : null;
  const isAlive = at !== null && Date.now() - at.getTime() < SILENT_MS;
  return { run, state: isAlive ? 'running' : 'interrupted', heartbeatAt: at };
}

const COLUMNS = ['run', 'verb', 'state', 'started', 'finished', 'counts', 'by'];

/** What a run came to, in the words that it ended with. */
function countsOf({ verb, counts, error }: StoredRun): string {
  const isOpen = counts === null && verb !== 'rollback';
  const line = verb === 'rollback' ? rollbackLine(counts) : closingLine({ ...NO_COUNTS, ...counts });
  return [...(isOpen ? [] : [line]), ...(error === null ? [] : [error])].join(': ');
}

/** `status`: the runs on record, the newest first. */
export async function statusCommand({ format, limit }: StatusOptions): Promise<number> {
  const found = await lookInto(
    async (archive) => {
      const writer = await writerNow(archive);
      return (await lastRuns(archive, limit)).map((run) => statusOf(run, writer));
    },
    [] as readonly Status[],
  );
  const printer = printerOf(format, COLUMNS);
  for (const { run, state, heartbeatAt } of found) {
    const seen = heartbeatAt === null ? '' : ` (seen ${localTime(heartbeatAt)})`;
    const row = {
      ...{ run: shortId(run.documentId), verb: run.verb, state: `${state}${seen}` },
      ...{ started: localTime(run.startedAt), finished: localTime(run.finishedAt), counts: countsOf(run) },
      by: run.owner === null ? '' : describeOwner(run.owner),
    };
    printer.print(row, { ...run, state, heartbeatAt });
  }
  printer.end();
  if (found.length === 0) process.stderr.write('There are no runs yet.\n');
  return EXIT.done;
}
