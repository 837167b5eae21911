import type { StrapiApp } from '@strapi/strapi/admin';
import { ResolveButton } from './rankings/resolve-button';
import { translations } from './rankings/translations';

/** Settings of the admin panel: English first, Japanese for those who choose it in their profile. */
export default {
  config: {
    locales: ['ja'],
    translations,
  },
  bootstrap(app: StrapiApp): void {
    const actions = { name: 'copydesk-resolve-rankings', Component: ResolveButton };
    app.getPlugin('content-manager').injectComponent('listView', 'actions', actions);
  },
};
