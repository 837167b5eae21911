import type { Core } from '@strapi/strapi';

/** The right to link all ranking rows anew; the super administrator has it, others are given it in the panel's settings. */
export const RESOLVE = {
  action: 'plugin::copydesk.rankings.resolve',
  registration: {
    section: 'plugins',
    displayName: 'Link all ranking rows anew',
    uid: 'rankings.resolve',
    pluginName: 'copydesk',
  },
} as const;

/** Makes the right known to the panel. */
export async function registerRights(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany([RESOLVE.registration]);
}
