import type { Line } from './lines';

/** So far below a row the next one stands, with a teaser between. */
const REACH = 4;

function isNumberWord({ wording: { marker } }: Line, position: number): boolean {
  return marker?.strength === 'number-word' && marker.position === position;
}

/** Whether rows from `first` to `last` stand below the line, each near the one before. */
function follows(lines: readonly Line[], start: number, first: number, last: number): boolean {
  const step = Math.sign(last - first);
  let at = start;
  for (let wanted = first + step; wanted !== last + step; wanted += step) {
    const near = lines.slice(at + 1, at + 1 + REACH).findIndex((line) => isNumberWord(line, wanted));
    if (near < 0) return false;
    at += near + 1;
  }
  return true;
}

/**
 * Whether a number before a word opens a list: the rows below count on from it, or down to 1. `3 Dead in Fire` above `2 Pandas Return` is
 * no list that counts down.
 *
 * @param at index of the line with the number
 */
export function opensNumberedRows(lines: readonly Line[], at: number, position: number): boolean {
  if (position === 1) return follows(lines, at, 1, 2);
  return follows(lines, at, position, 1) || follows(lines, at, position, position + 2);
}
