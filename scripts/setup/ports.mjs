import { createServer } from 'node:net';

/**
 * @param {string} host address to listen on
 * @param {number} port 0 for any that is free
 * @returns {Promise<number | null>} the port, or null where it is taken
 */
function tryPort(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ host, port, exclusive: true }, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}

/** @returns {Promise<number>} a port that nobody listens on at this moment */
export const freePort = () => tryPort('127.0.0.1', 0);

/** @param {string} host @param {number} port */
export const isPortFree = async (host, port) => (await tryPort(host, port)) !== null;
