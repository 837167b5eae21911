import type { Photo } from '../documents';
import { splitCaption } from './credits';
import type { FlowLine, PageContext } from './page';

/** A line about a picture: its caption, or its credit. */
interface PhotoLine {
  readonly line: FlowLine;
  readonly credit: string | null;
}

interface OpenPhoto {
  caption: string | null;
  creditText: string | null;
}

/** The pictures that lines of captions and credits speak of; their state lives within one article. */
export class PhotoReader {
  private readonly photos: OpenPhoto[] = [];
  private readonly captions = new Set<string>();
  /** A paragraph is seldom as long as a caption, and to look for it among them takes as long as to read it. */
  private readonly lengths = new Set<number>();

  constructor(private readonly context: PageContext) {}

  get all(): readonly Photo[] {
    return this.photos;
  }

  /** Whether a text was the caption of a picture already. */
  knows(text: string): boolean {
    return this.lengths.has(text.length) && this.captions.has(text);
  }

  /** Reads the lines between headline and dateline: captions, each with its credit above or below. */
  readGroup(lines: readonly FlowLine[]): void {
    const { site } = this.context;
    const items = lines.map((line): PhotoLine => ({ line, credit: line.wording.on(site).credit }));
    const first = items[0];
    const above = site.profile.creditPosition ?? (first !== undefined && first.credit !== null ? 'above' : 'below');
    if (above === 'above') this.readAbove(items);
    else this.readBelow(items);
  }

  private readAbove(items: readonly PhotoLine[]): void {
    let pending: PhotoLine | null = null;
    for (const item of items) {
      if (item.credit === null) {
        this.addCaption(item.line, pending?.credit ?? null);
        pending = null;
      } else {
        this.endCredit(pending);
        pending = item;
        this.context.findings.role(item.line, 'credit', 'names the maker of the picture');
      }
    }
    this.endCredit(pending);
  }

  /** A credit without a caption is of a picture that has none. */
  private endCredit(pending: PhotoLine | null): void {
    if (pending !== null) this.photos.push({ caption: null, creditText: pending.credit });
  }

  private readBelow(items: readonly PhotoLine[]): void {
    for (const { line, credit } of items) {
      if (credit === null) this.addCaption(line, null);
      else this.addCredit(line);
    }
  }

  /** Adds a credit to the last picture, where that has none yet, else to one without caption. */
  addCredit(line: FlowLine): void {
    const { credit } = line.wording.on(this.context.site);
    this.context.findings.role(line, 'credit', 'names the maker of the picture');
    const last = this.photos.at(-1);
    if (last !== undefined && last.creditText === null) last.creditText = credit;
    else this.photos.push({ caption: null, creditText: credit });
  }

  /** Adds a picture; a caption that stood there already is left out and reported. */
  addCaption(line: FlowLine, creditAbove: string | null): void {
    const { site, findings } = this.context;
    if (this.knows(line.text)) {
      findings.role(line, 'repeated-caption', 'the same text as a caption before');
      findings.report('repeated-line', { line: line.number, actual: line.text });
      return;
    }
    this.captions.add(line.text);
    this.lengths.add(line.text.length);
    const { caption, creditText } = splitCaption(site, line.text);
    this.photos.push({ caption, creditText: creditAbove ?? creditText });
    findings.role(line, 'caption', 'the text of a picture');
  }
}
