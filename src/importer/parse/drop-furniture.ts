import { rememberedFor, rememberedLines } from '../normalise/remember';
import type { Site } from '../profiles/compile-profile';
import { furnitureByShape } from './furniture';
import { labelOf, type LineLabel } from './labels';
import { foldLabel, type Line } from './lines';
import type { LabelledLine, PageContext } from './page';
import { isMarked } from './markers';
import { hasWords } from './wording';

/** A mark of a list stands alone on its line; a rule of dashes or stars is longer. */
const MAX_MARK = 2;

/** What kind of furniture a line is, and why. */
interface Furniture {
  readonly name: string;
  readonly because: string;
}

/** What the wording of a line alone says. */
interface Wording {
  readonly label: LineLabel | null;
  readonly furniture: Furniture | null;
}

function furnitureOf(text: string, label: LineLabel | null): Furniture | null {
  if (label?.kind === 'furniture') return { name: label.name, because: 'a line of furniture that the profile knows' };
  const shape = furnitureByShape(text);
  if (shape !== null) return { name: shape, because: 'the shape of the line' };
  const isRule = !hasWords(text) && (text.length > MAX_MARK || !isMarked(text));
  return isRule ? { name: 'rule', because: 'no letter and no digit in it' } : null;
}

const wordingFor = rememberedFor((site: Site) =>
  rememberedLines((text): Wording => {
    const label = labelOf(site, { text, folded: foldLabel(text) });
    return { label, furniture: furnitureOf(text, label) };
  }),
);

/** Leaves out what is furniture wherever it stands, and labels the other lines by their wording. */
export function dropFurniture(lines: readonly Line[], { site, findings }: PageContext): readonly LabelledLine[] {
  const wordingOf = wordingFor(site);
  const kept: LabelledLine[] = [];
  for (const line of lines) {
    const { number, text, folded, mayHoldDate, afterGap } = line;
    const { label, furniture } = wordingOf(text);
    if (furniture === null) kept.push({ number, text, folded, mayHoldDate, afterGap, label });
    else findings.drop(line, furniture.name, furniture.because);
  }
  return kept;
}
