import { useIntl } from 'react-intl';
import { translations, type TextId } from './translations';

/** Says texts of this panel in the language of the person. */
export function useText(): (id: TextId, values?: Readonly<Record<string, string | number>>) => string {
  const { formatMessage } = useIntl();
  return (id, values) => formatMessage({ id, defaultMessage: translations.en[id] }, values);
}
