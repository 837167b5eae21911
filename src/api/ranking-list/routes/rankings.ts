const route = (path: string, action: string) => ({ method: 'GET', path, handler: `rankings.${action}` });

/** What frontends ask of rankings beyond single entries: docs/rankings.md. */
export default {
  type: 'content-api',
  routes: [
    route('/rankings', 'find'),
    route('/rankings/:key', 'findOne'),
    route('/rankings/:key/history', 'history'),
    route('/articles/:documentId/rankings', 'ofArticle'),
  ],
};
