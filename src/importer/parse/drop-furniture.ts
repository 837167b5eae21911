import type { Line } from './lines';
import type { PageContext } from './page';

/** Leaves out what is furniture wherever it stands. */
export function dropFurniture(lines: readonly Line[], { site, findings }: PageContext): readonly Line[] {
  return lines.filter((line) => {
    const { furniture } = line.wording.on(site);
    if (furniture !== null) findings.drop(line, furniture.name, furniture.because);
    return furniture === null;
  });
}
