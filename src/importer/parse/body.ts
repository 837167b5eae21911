import type { Author, BodyBlock } from '../documents';
import { BylineReader } from './bylines';
import { endsWithPhotoCredit } from './credits';
import { holdsTemplate, isPageNumber } from './furniture';
import { authorsInLead } from './lead-byline';
import type { Wording } from './line-wording';
import type { FlowLine, PageContext } from './page';
import type { PhotoReader } from './photos';
import { CJK, canBeSubhead, hasWords } from './wording';

/** The body, and the people that a byline in it names. */
export interface Body {
  readonly blocks: readonly BodyBlock[];
  readonly authors: readonly Author[];
}

const MAX_CAPTION = 320;
const MIN_TEXT_BELOW_LIST = 40;
const MIN_TEXT_BELOW_LIST_CJK = 15;

interface BodyOptions {
  readonly headline: Wording | null;
  /** Number of lists above the first line of the body. */
  readonly listsAbove: number;
}

/** Reads the body line by line; its state lives within one call of `readBody`. */
class BodyReader {
  private readonly blocks: BodyBlock[] = [];
  private readonly bylines: BylineReader;
  private readonly lastParagraph: number;
  private readonly lastSentence: number;

  constructor(
    private readonly lines: readonly FlowLine[],
    private readonly photos: PhotoReader,
    private readonly context: PageContext,
    private readonly options: BodyOptions,
  ) {
    this.bylines = new BylineReader(context.site);
    this.lastParagraph = lines.findLastIndex(({ wording }) => wording.isParagraph);
    this.lastSentence = lines.findLastIndex(({ wording }) => wording.endsSentence);
  }

  read(): Body {
    for (let at = 0; at < this.lines.length;) at = this.readAt(at);
    return { blocks: this.blocks, authors: this.bylines.all };
  }

  /** Reads one line, or a credit with its caption; answers where to go on. */
  private readAt(at: number): number {
    const line = this.lines[at] as FlowLine;
    const { findings } = this.context;
    if (this.isRepeat(line)) {
      findings.role(line, 'repeated-line', 'the same text as the headline or a caption');
      findings.report('repeated-line', { line: line.number, actual: line.text });
    } else if (this.isSource(line, at)) findings.drop(line, 'source-name', "the publisher's name");
    else if (!hasWords(line.text)) findings.drop(line, 'rule', 'no letter and no digit in it');
    else if (isPageNumber(line.text)) findings.drop(line, 'page-number', 'a page of several');
    else if (this.isByline(line, at)) {
      this.bylines.add(line.wording.on(this.context.site).authors ?? []);
      findings.role(line, 'byline', 'names who wrote the text');
    } else if (this.bylines.readAffiliation(line.text)) findings.role(line, 'byline', 'below the names of a byline');
    else return this.readPictureAt(at) ?? this.readTextAt(at);
    return at + 1;
  }

  private isRepeat({ text, folded }: FlowLine): boolean {
    const { headline } = this.options;
    if (headline !== null && (text === headline.text || folded === headline.key)) return true;
    return text.length <= MAX_CAPTION && this.photos.knows(text);
  }

  private isSource({ isSourceName, listsAbove }: FlowLine, at: number): boolean {
    if (!isSourceName || listsAbove > this.options.listsAbove) return isSourceName;
    return this.blocks.length === 0 || at > this.lastSentence || this.lines[at + 1]?.isSourceName === true;
  }

  /** Bylines stand at the top of the text or at its end. */
  private isByline({ wording }: FlowLine, at: number): boolean {
    const placed = this.blocks.length === 0 || at >= this.lastParagraph;
    return placed && wording.on(this.context.site).authors !== null;
  }

  private readPictureAt(at: number): number | null {
    const { site } = this.context;
    const [line, next] = [this.lines[at], this.lines[at + 1]];
    if (line === undefined) return null;
    if (line.text.length <= MAX_CAPTION && endsWithPhotoCredit(site, line.text)) {
      this.photos.readGroup([line]);
      return at + 1;
    }
    const { credit, isLabelledCaption } = line.wording.on(site);
    if (isLabelledCaption) {
      const below = next === undefined ? null : next.wording.on(site).credit;
      this.photos.readGroup(below === null || next === undefined ? [line] : [line, next]);
      return below === null ? at + 1 : at + 2;
    }
    if (credit === null) return null;
    if (next !== undefined && this.isCaption(next, at)) {
      this.photos.readGroup([line, next]);
      return at + 2;
    }
    this.readLoneCredit(line, at);
    return at + 1;
  }

  /** Below a credit in the middle of the text: not too long for a caption, with more text below it. */
  private isCaption({ text, wording }: FlowLine, at: number): boolean {
    const { site } = this.context;
    const { creditPosition } = site.profile;
    if (creditPosition === 'below' || text.length > MAX_CAPTION) return false;
    const { credit, isLabelledCaption } = wording.on(site);
    if (isLabelledCaption) return true;
    if (credit !== null) return false;
    if (creditPosition === 'above' && !wording.isParagraph) return true;
    if (at + 1 >= this.lastSentence) return false;
    // Where nobody knows on which side of a caption its credit stands, two sentences are more likely text.
    if (creditPosition === null && wording.isParagraph) return false;
    return wording.endsSentence;
  }

  private readLoneCredit(line: FlowLine, at: number): void {
    const { site, findings } = this.context;
    if (at > this.lastSentence && site.creditNames.has(line.folded)) {
      this.bylines.add([{ name: line.text, affiliation: null }]);
      findings.role(line, 'byline', 'an agency at the end of the text');
    } else this.photos.addCredit(line);
  }

  private readTextAt(at: number): number {
    const line = this.lines[at] as FlowLine;
    const { findings } = this.context;
    const belowList = line.listsAbove > this.options.listsAbove && at > this.lastParagraph;
    if (belowList && !this.isTextBelowList(line, at)) {
      findings.role(line, 'unknown', 'no rule for it below a list');
      findings.report('unknown-line', {
        line: line.number,
        actual: line.text,
        expected: 'a tag, a row of a list or a sentence',
      });
      return at + 1;
    }
    if (line.listsAbove > this.options.listsAbove)
      findings.report('text-after-list', { line: line.number, actual: line.text });
    if (holdsTemplate(line.text)) findings.report('template-remains', { line: line.number, actual: line.text });
    if (this.blocks.length === 0) this.bylines.add(authorsInLead(line.text));
    const type = this.isSubhead(at) ? 'heading' : 'paragraph';
    this.blocks.push({ type, text: line.text });
    findings.role(
      line,
      type === 'heading' ? 'subhead' : 'body',
      type === 'heading' ? 'a short line above text' : 'text',
    );
    return at + 1;
  }

  private isTextBelowList({ text, wording, listsAbove }: FlowLine, at: number): boolean {
    if (!wording.endsSentence) return false;
    const above = this.lines[at - 1];
    if (above?.listsAbove === listsAbove && this.lastBlock === above.text) return true;
    return text.length >= (CJK.test(text) ? MIN_TEXT_BELOW_LIST_CJK : MIN_TEXT_BELOW_LIST);
  }

  private get lastBlock(): string | undefined {
    return this.blocks.at(-1)?.text;
  }

  /** A short line is a sub-head where text follows it. */
  private isSubhead(at: number): boolean {
    const [line, next] = [this.lines[at], this.lines[at + 1]];
    const isFirst = this.blocks.length === 0;
    if (line === undefined || next === undefined || isFirst || !canBeSubhead(line.text)) return false;
    return next.text.length > line.text.length && next.wording.endsSentence;
  }
}

/** Reads the lines below the dateline: paragraphs, sub-heads, pictures among them, a byline at either end. */
export function readBody(
  lines: readonly FlowLine[],
  photos: PhotoReader,
  context: PageContext,
  options: BodyOptions,
): Body {
  return new BodyReader(lines, photos, context, options).read();
}
