import fc from 'fast-check';

/** `PROPERTY_RUNS=10`: few examples of every property, and always the same ones, for a quick look. */
const asked = process.env['PROPERTY_RUNS'];

if (asked !== undefined) fc.configureGlobal({ seed: 1 });

/** How many examples of a property are tried. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: asked === undefined ? usual : Math.min(usual, Number(asked)) };
}
