import fc from 'fast-check';

/** The mutation run parses the same pages thousands of times: it asks for few of them, and always for the same ones. */
const asked = process.env['PROPERTY_RUNS'];

if (asked !== undefined) fc.configureGlobal({ seed: 1 });

/** How many examples of a property are tried. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: asked === undefined ? usual : Math.min(usual, Number(asked)) };
}
