import type { ParsedRankingList } from '../documents';
import { copyOf } from '../normalise/remember';
import { dropFurniture } from './drop-furniture';
import type { LineLabel, RankingHeading } from './labels';
import { wordingOf, type Wording } from './line-wording';
import type { Line } from './lines';
import { isKicker, tabsAt, withoutHead } from './list-end';
import { readRows, type ListContext, type ListRows } from './list-rows';
import { isMenu } from './menu';
import type { FlowLine, Page, PageContext } from './page';
import { toRankingList } from './ranking-list';
import { atSeam } from './related-line';
import { accountForRows, dropRows } from './row-roles';
import { isBareTag } from './tags';
import { endsWithFullStop, isParagraph } from './wording';

/** Divides a page top down; its state lives within one call of `readPage`. */
class PageReader {
  private readonly flow: FlowLine[] = [];
  private readonly tags: string[] = [];
  private readonly rankingLists: ParsedRankingList[] = [];
  private readonly listed: Wording[] = [];
  private listsAbove = 0;
  private at = 0;
  private textSeen = false;
  private looked = 0;
  /** Whether nothing but lists stands between here and the last list. */
  private belowList = false;
  private readonly rows: ListContext;

  constructor(
    private readonly lines: readonly Line[],
    private readonly context: PageContext,
  ) {
    this.rows = { lines, dates: context.dates, endsList: (index) => this.endsList(index) };
  }

  read(): Page {
    for (let line = this.lines[0]; line !== undefined; line = this.lines[this.at]) this.readLine(line);
    const { flow, tags, rankingLists, listed } = this;
    return { flow, tags, rankingLists, listed };
  }

  private labelOf({ wording }: Line): LineLabel | null {
    return wording.on(this.context.site).label;
  }

  private endsList(index: number): boolean {
    const line = this.lines[index];
    if (line === undefined || this.labelOf(line) !== null || this.headsSectionList(index)) return true;
    return line.wording.hashTags !== null && this.lines[index - 1]?.wording.isBareMark !== true;
  }

  private readLine(line: Line): void {
    const label = this.labelOf(line);
    if (label === null) this.readPlain(line);
    else if (label.kind === 'ranking') this.readRanking(line, label);
    else if (label.kind === 'other-list') this.readOtherList(line);
    else if (label.kind === 'tags') this.readTagList(line);
    else if (label.kind === 'related') this.readRelated(line, '');
    else if (label.kind === 'end') this.readEnd(line);
    else this.toFlow(line);
  }

  private readPlain(line: Line): void {
    const tags = line.wording.hashTags ?? line.wording.inlineTags;
    const { related } = line.wording.on(this.context.site);
    if (tags !== null) this.readTags(line, tags);
    else if (related !== null) this.readRelated(line, related);
    else if (this.headsSectionList(this.at) || this.headsUnknownList(line)) this.readOtherList(line);
    else if (this.flow.length === 0 && line.wording.isMarked) this.readTicker(line);
    else this.toFlow(line);
  }

  private toFlow(line: Line, text = line.text): void {
    const { number, folded, afterGap, text: printed } = line;
    const { listsAbove } = this;
    const isSourceName = this.labelOf(line)?.kind === 'source';
    const wording = text === line.text ? line.wording : wordingOf(text);
    this.flow.push({ number, text, folded, wording, afterGap, printed, listsAbove, isSourceName });
    this.belowList = false;
    this.at += 1;
  }

  /** The name of a section above marked rows heads the section's own list. */
  private headsSectionList(index: number): boolean {
    const line = this.lines[index];
    return line?.wording.on(this.context.site).isSection === true && this.lines[index + 1]?.wording.isMarked === true;
  }

  /** Between lists, a short line above marked rows heads a list that no profile knows. */
  private headsUnknownList(line: Line): boolean {
    const next = this.lines[this.at + 1];
    if (!this.belowList || next === undefined || line.wording.isMarked) return false;
    return line.wording.canBeHeadline && this.labelOf(next) === null && next.wording.isMarked;
  }

  private readRanking(line: Line, heading: RankingHeading): void {
    const { findings } = this.context;
    const tabs = tabsAt(this.lines, this.at + 1, this.context);
    const rows = this.giveBack(readRows(this.rows, this.at + 1 + tabs.length));
    if (!heading.own && !this.hasText() && isMenu(rows, this.context.site)) {
      return this.leaveOut(line, { entries: [], headlines: [], roles: [], next: this.at + 1 }, 'navigation');
    }
    if (rows.entries.length === 0 && !heading.own && this.isSubhead(this.at + 1)) return this.toFlow(line);
    findings.role(line, 'ranking-title', 'a label of ranking lists');
    for (const tab of tabs) findings.drop(tab, 'tab', 'a time that a list counts, alone on its line');
    this.listed.push(...rows.headlines);
    if (rows.entries.length > 0) this.rankingLists.push(toRankingList(heading, rows, line, findings));
    else findings.report('empty-ranking-list', { line: line.number, actual: line.text });
    accountForRows(rows.roles, findings);
    this.endList(rows.next);
  }

  /** A common word above a paragraph is a sub-head, not a list's heading. */
  private isSubhead(index: number): boolean {
    const next = this.lines[index];
    return next !== undefined && this.labelOf(next) === null && this.flow.length > 0;
  }

  private endList(next: number): void {
    this.at = next;
    this.listsAbove += 1;
    this.belowList = true;
  }

  /** Rows without marks run on into the article below them. */
  private giveBack(rows: ListRows): ListRows {
    return this.hasText() ? rows : withoutHead(rows, this.lines, this.context);
  }

  /** Whether a paragraph stands above; each line is looked at once. */
  private hasText(): boolean {
    while (!this.textSeen && this.looked < this.flow.length) {
      this.textSeen = this.flow[this.looked]?.wording.isParagraph === true;
      this.looked += 1;
    }
    return this.textSeen;
  }

  private readOtherList(line: Line): void {
    if (!this.hasText() && isKicker(this.lines, this.at, this.context)) return this.toFlow(line);
    const rows = this.giveBack(readRows(this.rows, this.at + 1));
    if (rows.entries.length === 0 && this.flow.length > 0 && this.isSubhead(this.at + 1)) return this.toFlow(line);
    this.leaveOut(line, rows, 'other-list');
  }

  private readTicker(line: Line): void {
    const rows = this.giveBack(readRows(this.rows, this.at));
    if (rows.entries.length < 2) return this.toFlow(line);
    return this.leaveOut(null, rows, 'ticker');
  }

  private leaveOut(heading: Line | null, rows: ListRows, name: string): void {
    const { findings } = this.context;
    const first = heading ?? rows.roles[0]?.row;
    findings.report('list-not-ranked', { line: first?.number ?? null, actual: first?.text ?? null });
    if (heading !== null) findings.drop(heading, name, 'a heading of lists that rank nothing');
    dropRows(rows.roles, name, findings);
    this.endList(rows.next);
  }

  private readTags(line: Line, tags: readonly string[]): void {
    this.tags.push(...tags);
    this.context.findings.role(line, 'tag', 'a line of tags');
    this.at += 1;
  }

  /** Below a label of tags: lines with `#`; without it only short ones, and only where the label is common to many sites. */
  private readTagList(line: Line): void {
    this.context.findings.role(line, 'tag-label', 'a label of tags');
    this.at += 1;
    for (
      let next = this.lines[this.at];
      next !== undefined && this.labelOf(next) === null;
      next = this.lines[this.at]
    ) {
      const { hashTags: hashed, isMarked } = next.wording;
      if (hashed === null && (isMarked || !isBareTag(next.text) || this.context.dates.isDate(next.wording))) break;
      this.readTags(next, hashed ?? [next.text]);
    }
    this.endList(this.at);
  }

  /** The label, and the one headline behind it: on the same line, on the next one, or glued to the next paragraph. */
  private readRelated(line: Line, behind: string): void {
    const { findings } = this.context;
    if (behind === '') {
      findings.drop(line, 'related-label', 'a label of related headlines');
      this.at += 1;
      const next = this.lines[this.at];
      if (next !== undefined && this.labelOf(next) === null) this.readRelatedHeadline(next, next.text);
    } else this.readRelatedHeadline(line, behind);
  }

  private readRelatedHeadline(line: Line, text: string): void {
    const { findings } = this.context;
    if (!endsWithFullStop(text) && !isParagraph(text)) {
      findings.drop(line, 'related-headline', 'the line behind a label of related headlines');
      this.at += 1;
      return;
    }
    const seam = atSeam(text);
    const actual = seam?.headline ?? line.text;
    if (seam !== null || text !== line.text) {
      findings.report('glued-line', { line: line.number, actual, expected: 'a line of its own' });
    }
    this.toFlow(line, seam === null && text === line.text ? text : copyOf(seam?.paragraph ?? text));
  }

  /** Above the text, `Comments` is a link to them. */
  private readEnd(line: Line): void {
    this.context.findings.drop(line, 'end-label', 'a label below which nothing of the article follows');
    this.at += 1;
    const sentences = this.flow.filter(({ wording }) => wording.endsSentence).length;
    if (this.listsAbove > 0 || sentences > 1 || this.hasText()) this.readBelowEnd();
  }

  private readBelowEnd(): void {
    const { findings } = this.context;
    for (
      let next = this.lines[this.at];
      next !== undefined && this.labelOf(next) === null;
      next = this.lines[this.at]
    ) {
      findings.drop(next, 'below-end', 'below the end of the article');
      this.at += 1;
    }
    this.listsAbove += 1;
  }
}

/** Divides the lines of a page: lists and tags out, the article's own lines in their order. */
export function readPage(lines: readonly Line[], context: PageContext): Page {
  return new PageReader(dropFurniture(lines, context), context).read();
}
