/** Tells people what is going on. Standard output belongs to data, so this is standard error. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs one named step and tells how long it took.
 *
 * @template T
 * @param {string} name what is done, as a person would say it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  say(`▸ ${name} …`);
  const begin = performance.now();
  const result = await work();
  say(`  done in ${seconds(performance.now() - begin)}`);
  return result;
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
