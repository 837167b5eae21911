import { setFlagsFromString } from 'node:v8';

/** How much a heap may grow over what was alive at the last collection before it is collected again, in percent. */
const GROWTH = 20;

/**
 * Collects garbage before it piles up. Left alone, V8 lets the heap of an import grow by hundreds of megabytes, nearly all of it documents that are
 * stored already, since the machine has the memory; a machine that runs databases besides needs it more.
 */
export function boundHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  // New garbage is collected by the thread that made it: helpers would take the cores of the workers, and cost more than they save.
  setFlagsFromString('--no-parallel-scavenge');
}
