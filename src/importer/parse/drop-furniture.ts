import type { Line } from './lines';
import type { LabelledLine, PageContext } from './page';

/** Leaves out what is furniture wherever it stands, and labels the other lines by their wording. */
export function dropFurniture(lines: readonly Line[], { site, findings }: PageContext): readonly LabelledLine[] {
  const kept: LabelledLine[] = [];
  for (const line of lines) {
    const { number, text, folded, wording, afterGap } = line;
    const { label, furniture } = wording.on(site);
    if (furniture === null) kept.push({ number, text, folded, wording, afterGap, label });
    else findings.drop(line, furniture.name, furniture.because);
  }
  return kept;
}
