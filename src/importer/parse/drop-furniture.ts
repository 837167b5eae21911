import { furnitureByShape } from './furniture';
import { labelOf } from './labels';
import type { Line } from './lines';
import type { LabelledLine, PageContext } from './page';
import { isMarked } from './markers';
import { hasWords } from './wording';

/** A mark of a list stands alone on its line; a rule of dashes or stars is longer. */
const MAX_MARK = 2;

function furnitureOf(line: LabelledLine): { name: string; because: string } | null {
  if (line.label?.kind === 'furniture')
    return { name: line.label.name, because: 'a line of furniture that the profile knows' };
  const shape = furnitureByShape(line.text);
  if (shape !== null) return { name: shape, because: 'the shape of the line' };
  const isRule = !hasWords(line.text) && (line.text.length > MAX_MARK || !isMarked(line.text));
  return isRule ? { name: 'rule', because: 'no letter and no digit in it' } : null;
}

/** Leaves out what is furniture wherever it stands, and labels the other lines by their wording. */
export function dropFurniture(lines: readonly Line[], { site, findings }: PageContext): readonly LabelledLine[] {
  const kept: LabelledLine[] = [];
  for (const line of lines) {
    const { number, text, folded, afterGap } = line;
    const labelled = { number, text, folded, afterGap, label: labelOf(site, line) };
    const furniture = furnitureOf(labelled);
    if (furniture === null) kept.push(labelled);
    else findings.drop(line, furniture.name, furniture.because);
  }
  return kept;
}
