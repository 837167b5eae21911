import type { Core } from '@strapi/strapi';
import { eachInHalves } from '../importer/batches/each-in-halves';
import type { DocumentPlan } from '../importer/plan/plan-document';
import type { ApplyResult, Store } from '../importer/store';
import { applyPlans } from './bulk/apply';
import { EDITED_SINCE, findEditedSince } from './bulk/edited-since';
import { keepStatistics } from './bulk/keep-statistics';
import { loadStates } from './bulk/load';
import { toRefusal } from './bulk/to-refusal';
import { findRefusal } from './bulk/refusals';
import { readSchema } from './bulk/schema';
import { inSession } from './bulk/sessions';
import { readChangeSchema } from './changes/change-schema';
import { openJournal } from './changes/journal';
import type { DocumentStoreOptions } from './document-store';

/**
 * The store that writes rows in batches, one transaction each, with a number of statements that does not grow with the batch. It leaves the
 * same rows as the document store, without hooks and events: those who need to hear of each document import with the other one.
 *
 * @throws UnmappableSchemaError where the content model has something that it can't write
 */
export function createBulkStore(strapi: Core.Strapi, options: DocumentStoreOptions): Store {
  const schema = readSchema(strapi);
  const changes = readChangeSchema(strapi);
  const noteWritten = keepStatistics(strapi, schema);
  const write = (plans: readonly DocumentPlan[]): Promise<readonly ApplyResult[]> =>
    inSession(strapi, async (session) => {
      await options.confirm?.(session);
      const batch = { session, schema, now: new Date().toISOString(), journal: openJournal(changes), ...options };
      const edited = await findEditedSince(session, changes, plans);
      const fitting = edited.size === 0 ? plans : plans.filter((plan) => !edited.has(plan));
      await applyPlans(batch, fitting);
      await batch.journal.save(session, batch);
      await options.saveFound?.(session, fitting);
      return plans.map((plan) => (edited.has(plan) ? EDITED_SINCE : { refused: null }));
    });
  return {
    loadMany: (records, rules) => inSession(strapi, (session) => loadStates(session, schema, records, rules)),
    checkMany: async (plans) => plans.map((plan) => ({ refused: findRefusal(schema, plan, options.status) })),
    async applyMany(plans) {
      const refusals = plans.map((plan) => findRefusal(schema, plan, options.status));
      const accepted = plans.filter((_, at) => refusals[at] === null);
      const settled = await eachInHalves(accepted, write);
      await noteWritten(accepted.length);
      const results = new Map(accepted.map((plan, at) => [plan, settled[at]]));
      return plans.map((plan, at) => {
        const result = results.get(plan);
        if (result === undefined) return { refused: refusals[at] ?? null };
        return 'value' in result ? result.value : toRefusal(result.error);
      });
    },
  };
}
