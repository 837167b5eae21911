import type { Author } from '../documents';
import type { Site } from '../profiles/compile-profile';
import { authorsOf } from './bylines';
import { creditOf, isLabelledCaption } from './credits';
import { furnitureByShape } from './furniture';
import { labelOf, type LineLabel } from './labels';
import type { Wording } from './line-wording';
import { behindRelatedLabel } from './related-line';
import { hasWords } from './wording';

/** A mark of a list stands alone on its line; a rule of dashes or stars is longer. */
const MAX_MARK = 2;

/** What kind of furniture a line is, and why. */
interface Furniture {
  readonly name: string;
  readonly because: string;
}

function furnitureOf({ text, isMarked }: Wording, label: LineLabel | null): Furniture | null {
  if (label?.kind === 'furniture') return { name: label.name, because: 'a line of furniture that the profile knows' };
  const shape = furnitureByShape(text);
  if (shape !== null) return { name: shape, because: 'the shape of the line' };
  const isRule = !hasWords(text) && (text.length > MAX_MARK || !isMarked);
  return isRule ? { name: 'rule', because: 'no letter and no digit in it' } : null;
}

/** What the text of a line says by itself on the pages of one site; what few readers ask for is worked out when one does. */
export class SiteWording {
  readonly label: LineLabel | null;
  readonly furniture: Furniture | null;
  /** Whether it is the name of a section. */
  readonly isSection: boolean;
  private knownRelated: string | null | undefined = undefined;
  private knownAuthors: readonly Author[] | null | undefined = undefined;
  private knownCredit: string | null | undefined = undefined;
  private knownCaption: boolean | undefined = undefined;

  constructor(
    readonly site: Site,
    private readonly wording: Wording,
  ) {
    this.label = labelOf(site, wording);
    this.furniture = furnitureOf(wording, this.label);
    this.isSection = site.sections.has(wording.folded);
  }

  /** What stands behind a label of related headlines that it begins with; null where it begins with none. */
  get related(): string | null {
    if (this.knownRelated === undefined) this.knownRelated = behindRelatedLabel(this.site, this.wording.text);
    return this.knownRelated;
  }

  /** The people that a byline names; null where it is none. */
  get authors(): readonly Author[] | null {
    if (this.knownAuthors === undefined) this.knownAuthors = authorsOf(this.site, this.wording.text);
    return this.knownAuthors;
  }

  /** The credit of a picture; null where it is none. */
  get credit(): string | null {
    if (this.knownCredit === undefined) this.knownCredit = creditOf(this.site, this.wording.text);
    return this.knownCredit;
  }

  /** Whether it says that it is a caption. */
  get isLabelledCaption(): boolean {
    return (this.knownCaption ??= isLabelledCaption(this.site, this.wording.text));
  }
}
