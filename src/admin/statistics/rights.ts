/** Whoever may read ranking lists may read what is counted of them: the server asks for the same right. */
export const READ_LISTS = [
  {
    action: 'plugin::content-manager.explorer.read',
    subject: 'api::ranking-list.ranking-list',
    id: 0,
    properties: {},
    conditions: [] as string[],
    actionParameters: {},
  },
];
