/** Statistics for editors: whoever may read ranking lists in the admin panel may read what is counted of them. */
const READ_LISTS = {
  action: 'plugin::content-manager.explorer.read',
  subject: 'api::ranking-list.ranking-list',
};

export default {
  type: 'admin',
  routes: [
    {
      method: 'GET',
      path: '/statistics/rankings',
      handler: 'statistics.rankings',
      config: {
        policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [READ_LISTS] } }],
      },
    },
  ],
};
