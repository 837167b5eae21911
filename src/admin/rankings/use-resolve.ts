import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ResolveStep } from '../../stores/resolve-links';
import { describeRow, resolveAll, type Outcome } from './resolve-all';
import { translations, type TextId } from './translations';

/** Long enough to be read; people may close it before. */
const TIMEOUT_MS = 60_000;

/** Says texts of this panel in the language of the person. */
export function useText(): (id: TextId, values?: Readonly<Record<string, string | number>>) => string {
  const { formatMessage } = useIntl();
  return (id, values) => formatMessage({ id, defaultMessage: translations.en[id] }, values);
}

function useOutcomeText(): (outcome: Outcome) => string {
  const text = useText();
  return ({ lists, changed, shown }) => {
    if (changed === 0) return text('copydesk.resolve.nothing', { lists });
    const omitted = changed - shown.length;
    return [
      text('copydesk.resolve.done', { lists, changed }),
      ...shown.map((row) => `• ${describeRow(row)}`),
      ...(omitted > 0 ? [text('copydesk.resolve.more', { omitted })] : []),
    ].join('\n');
  };
}

/** Links all ranking rows anew when it is told to, and shows as a notification what that changed. */
export function useResolve(): { readonly isRunning: boolean; resolve(): Promise<void> } {
  const [isRunning, setRunning] = useState(false);
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const text = useText();
  const say = useOutcomeText();

  async function resolve(): Promise<void> {
    setRunning(true);
    try {
      const outcome = await resolveAll(
        async (after) => (await post<ResolveStep>('/copydesk/rankings/resolve', { after })).data,
      );
      toggleNotification({ type: 'success', message: say(outcome), timeout: TIMEOUT_MS });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toggleNotification({ type: 'danger', message: text('copydesk.resolve.failed', { reason }), timeout: TIMEOUT_MS });
    } finally {
      setRunning(false);
    }
  }

  return { isRunning, resolve };
}
