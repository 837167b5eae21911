import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ResolveStep } from '../../stores/resolve-links';
import { describeRow, resolveAll, type Outcome } from './resolve-all';
import { useText } from '../use-text';

/** Long enough to be read; people may close it before. */
const TIMEOUT_MS = 60_000;

/** Shows how many rows changed, and the first of them one by one. */
function useShow(): (outcome: Outcome) => void {
  const { toggleNotification } = useNotification();
  const text = useText();
  return ({ lists, changed, shown }) => {
    const omitted = changed - shown.length;
    const summary = text(changed === 0 ? 'copydesk.resolve.nothing' : 'copydesk.resolve.done', { lists, changed });
    const more = omitted === 0 ? '' : ` ${text('copydesk.resolve.more', { omitted })}`;
    for (const row of shown) toggleNotification({ type: 'info', ...describeRow(row), timeout: TIMEOUT_MS });
    // The last one lies on top.
    toggleNotification({ type: 'success', message: summary + more, timeout: TIMEOUT_MS });
  };
}

/** Links all ranking rows anew when it is told to, and shows as a notification what that changed. */
export function useResolve(): { readonly isRunning: boolean; resolve(): Promise<void> } {
  const [isRunning, setRunning] = useState(false);
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const text = useText();
  const show = useShow();

  async function resolve(): Promise<void> {
    setRunning(true);
    try {
      const outcome = await resolveAll(
        async (after) => (await post<ResolveStep>('/copydesk/rankings/resolve', { after })).data,
      );
      show(outcome);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toggleNotification({ type: 'danger', message: text('copydesk.resolve.failed', { reason }), timeout: TIMEOUT_MS });
    } finally {
      setRunning(false);
    }
  }

  return { isRunning, resolve };
}
