import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much a heap may grow over what was alive at the last collection before it is collected again, in percent. */
const GROWTH = 40;

/** How much code a function runs, in bytes of bytecode, before V8 compiles it anew: four times its own measure. */
const INTERRUPT_BUDGET = 270_336;

/**
 * Spends less on compiling: V8 compiles what is hot for a moment, on cores that are busy with documents, and again when a later document takes another way.
 * In an import of 10,000 that is a fifth of all the work. Best before the code runs that is to be spared.
 */
export function compileLate(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}

/**
 * Collects garbage before it piles up. Left alone, V8 lets the heap of an import grow by hundreds of megabytes, nearly all of it documents that are
 * stored already, since the machine has the memory; a machine that runs databases besides needs it more.
 */
export function boundHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  // New garbage is collected by the thread that made it: helpers would take the cores of the workers, and cost more than they save.
  setFlagsFromString('--no-parallel-scavenge');
  // What Strapi's boot left is a third of the heap; the first documents would come on top of it.
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
