import { RESOLVE } from './rights';

/** Routes of the admin panel. */
export default {
  type: 'admin',
  routes: [
    {
      method: 'POST',
      path: '/rankings/resolve',
      handler: 'rankings.resolve',
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          { name: 'admin::hasPermissions', config: { actions: [RESOLVE.action] } },
        ],
      },
    },
  ],
};
