const route = (path: string, handler: string, controller = 'handover') => ({
  method: 'POST',
  path,
  handler: `${controller}.${handler}`,
  // The token in the server's file is the key; sessions and API tokens open nothing here.
  config: { auth: false, policies: [] },
});

/** Routes of the hand-over; `admin` keeps them out of the public API and its permissions. */
export default {
  type: 'admin',
  routes: [
    route('/handover', 'open'),
    route('/handover/resolve', 'resolve'),
    route('/handover/:id/documents', 'documents'),
    route('/handover/:id/known', 'known'),
    route('/handover/:id/vanished', 'vanished'),
    route('/handover/:id/beat', 'beat'),
    route('/handover/:id/finish', 'finish'),
    route('/handover/:id/fail', 'fail'),
    route('/handover/rollback', 'open', 'rollback'),
    route('/handover/rollback/:id/step', 'step', 'rollback'),
  ],
};
