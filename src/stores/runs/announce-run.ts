import type { Core } from '@strapi/strapi';
import type { RunEnd } from './run-records';

const CHANGE = 'plugin::copydesk.change';

/** The event's name, in the body and in the header `X-Strapi-Event`. */
const RUN_EVENT = 'copydesk.run';

/** Those who hear of single entries hear of runs: a webhook of the panel can choose no event but Strapi's own. */
const ENTRY_EVENTS = new Set(['entry.create', 'entry.update', 'entry.delete', 'entry.publish', 'entry.unpublish']);

/** Lets webhooks that are made through the API choose runs alone. */
export function allowRunEvent(strapi: Core.Strapi): void {
  strapi.get('webhookStore').addAllowedEvent('COPYDESK_RUN', RUN_EVENT);
}

interface Webhook {
  readonly name: string;
  readonly isEnabled: boolean;
  readonly events: readonly string[];
}

interface WebhookRunner {
  /** Never rejects. */
  run(
    webhook: Webhook,
    event: string,
    info: object,
  ): Promise<{ readonly statusCode: number; readonly message?: string }>;
}

/** What is told of a run. */
export interface EndedRun extends RunEnd {
  readonly runId: string;
  readonly verb: string;
}

/** Whether there is anything new to see. A run that changes rows puts that on record; a rollback takes it off, and counts. */
async function hasWritten(strapi: Core.Strapi, { runId, verb, counts }: EndedRun): Promise<boolean> {
  if (verb === 'rollback') return Object.entries(counts ?? {}).some(([name, count]) => name !== 'kept' && count > 0);
  return (await strapi.db.query(CHANGE).findOne({ where: { runId } })) !== null;
}

const isListening = ({ isEnabled, events }: Webhook): boolean =>
  isEnabled && events.some((event) => event === RUN_EVENT || ENTRY_EVENTS.has(event));

/**
 * Tells the outside world that a run has ended, once, since rows that are written in batches have no events of their own: every webhook
 * that is enabled and listens to entries gets one call with the run's counts. A run that changed nothing is not told. A webhook that does not answer
 * within ten seconds, or with an error, is noted in the log; the run is done all the same.
 */
export async function announceRun(strapi: Core.Strapi, run: EndedRun): Promise<void> {
  const webhooks = ((await strapi.get('webhookStore').findWebhooks()) as unknown as readonly Webhook[]).filter(
    isListening,
  );
  if (webhooks.length === 0 || !(await hasWritten(strapi, run))) return;
  const runner = strapi.get('webhookRunner') as unknown as WebhookRunner;
  const { runId, verb, state, counts, error } = run;
  const info = { run: { id: runId, verb, state, counts, error } };
  const tell = async (webhook: Webhook): Promise<void> => {
    const { statusCode, message = '' } = await runner.run(webhook, RUN_EVENT, info);
    if (statusCode < 200 || statusCode > 299) {
      const answer = `${statusCode} ${message.slice(0, 200)}`.trim();
      strapi.log.warn(`The webhook “${webhook.name}” was not told of the run ${runId}: it answered ${answer}.`);
    }
  };
  await Promise.all(webhooks.map(tell));
}
