import type { StrapiApp } from '@strapi/strapi/admin';
import { ChartCircle } from '@strapi/icons';
import { ResolveButton } from './rankings/resolve-button';
import { READ_LISTS } from './statistics/rights';
import { translations } from './translations';

/** Settings of the admin panel: English first, Japanese for those who choose it in their profile. */
export default {
  config: {
    locales: ['ja'],
    translations,
  },
  register(app: StrapiApp): void {
    const id = 'copydesk.statistics.title';
    app.addMenuLink({
      to: 'copydesk/statistics',
      icon: ChartCircle,
      intlLabel: { id, defaultMessage: translations.en[id] },
      permissions: READ_LISTS,
      Component: () => import('./statistics/statistics-page'),
    });
  },
  bootstrap(app: StrapiApp): void {
    const actions = { name: 'copydesk-resolve-rankings', Component: ResolveButton };
    app.getPlugin('content-manager').injectComponent('listView', 'actions', actions);
  },
};
