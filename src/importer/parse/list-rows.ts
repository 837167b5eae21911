import type { ParsedRankingEntry } from '../documents';
import type { DatelineReader } from './dates/dateline';
import { wordingOf, type Wording } from './line-wording';
import type { Line } from './lines';
import type { Marker } from './markers';
import { opensNumberedRows } from './number-words';
import { endsSentence, isCut, isLong } from './wording';

/** A row of a list before it's given a position. */
interface Row {
  position: number | null;
  headline: Wording;
  description: string | null;
  date: string | null;
  /** Whether a date stands below it; `4 hours ago` is one that gives no `date`. */
  dated: boolean;
}

/** What became of the lines of a list. */
export type RowRole = 'marker' | 'position' | 'headline' | 'description' | 'date';

/** A line of a list, and what it is. */
export interface RowLine {
  readonly row: Line;
  readonly role: RowRole;
}

/** The rows of a list, and where the text behind it begins. */
export interface ListRows {
  readonly entries: readonly ParsedRankingEntry[];
  /** The headlines of the entries. */
  readonly headlines: readonly Wording[];
  readonly roles: readonly RowLine[];
  readonly next: number;
}

/** What the reader of a list knows of the lines around it. */
export interface ListContext {
  readonly lines: readonly Line[];
  readonly dates: DatelineReader;
  /** Whether the line is a label or a dateline, so that it ends every list. */
  readonly endsList: (index: number) => boolean;
}

const MAX_ROWS = 1000;
const MAX_TEASER_LINES = 3;

/** A teaser is cut, or a sentence. A headline that asks or exclaims is none. */
function isTeaser(text: string): boolean {
  return isCut(text) || (endsSentence(text) && !/[!?！？]["'”’)」』]?$/.test(text));
}

/** Reads the rows of one list; its state lives within one call of `readRows`. */
class RowReader {
  private readonly rows: Row[] = [];
  private readonly roles: RowLine[] = [];
  private at: number;

  constructor(
    private readonly context: ListContext,
    private readonly start: number,
  ) {
    this.at = start;
  }

  read(): ListRows {
    const first = this.line();
    if (first !== null) {
      if (this.markerHere() === null) this.readUnmarked();
      else this.readMarked();
    }
    const headlines = this.rows.map(({ headline }) => headline);
    return { entries: this.rows.map(toEntry), headlines, roles: this.roles, next: this.at };
  }

  private line(): Line | null {
    const line = this.context.lines[this.at];
    return line === undefined || this.context.endsList(this.at) ? null : line;
  }

  /** A number before a word is a mark only where the rows are numbered one after the other; `2 January 2025` is a date. */
  private markerHere(): Marker | null {
    const line = this.line();
    const marker = line === null ? null : line.wording.marker;
    if (line === null || marker?.strength !== 'number-word') return marker;
    if (this.context.dates.isDate(line.wording)) return null;
    return this.isNextNumber(marker.position ?? 0) ? marker : null;
  }

  private isNextNumber(position: number): boolean {
    const last = this.rows.at(-1);
    if (last !== undefined) return last.position !== null && Math.abs(position - last.position) === 1;
    return opensNumberedRows(this.context.lines, this.at, position);
  }

  private take(role: RowRole): void {
    const line = this.context.lines[this.at];
    if (line !== undefined) this.roles.push({ row: line, role });
    this.at += 1;
  }

  private readMarked(): void {
    while (this.rows.length < MAX_ROWS && this.markerHere() !== null) {
      if (!this.readMarkedRow()) return;
      this.readExtras();
    }
  }

  /** Bullet, number and headline may stand on one line or on three. */
  private readMarkedRow(): boolean {
    let position: number | null = null;
    for (let marker = this.markerHere(); marker !== null; marker = this.markerHere()) {
      // A row of figures alone ("24") below a bullet and a number is the headline.
      if (position !== null && marker.position !== null) break;
      position = marker.position ?? position;
      if (marker.rest !== '') return this.addRow(position, wordingOf(marker.rest));
      this.take(marker.position === null ? 'marker' : 'position');
    }
    const line = this.line();
    return line !== null && this.addRow(position, line.wording);
  }

  private addRow(position: number | null, headline: Wording): boolean {
    this.rows.push({ position, headline, description: null, date: null, dated: false });
    this.take('headline');
    return true;
  }

  /** Teaser and date below a headline. The last row has no more of them than the rows before it. */
  private readExtras(): void {
    const row = this.rows.at(-1);
    for (let count = 0; row !== undefined && count < MAX_TEASER_LINES; count += 1) {
      const line = this.line();
      if (line === null || row.dated || this.markerHere() !== null) return;
      if (this.context.dates.isDate(line.wording)) this.takeDate(row, line);
      else if (this.isTeaserHere(line, row)) this.takeTeaser(row, line);
      else return;
    }
  }

  private takeDate(row: Row, { wording }: Line): void {
    row.date = wording.datesFor(this.context.dates)?.published?.iso ?? null;
    row.dated = true;
    this.take('date');
  }

  private takeTeaser(row: Row, { text }: Line): void {
    row.description = row.description === null ? text : `${row.description} ${text}`;
    this.take('description');
  }

  private isTeaserHere({ text }: Line, row: Row): boolean {
    const before = this.rows.slice(0, -1);
    const usual = before.some(({ description }) => description !== null);
    if (isCut(text)) return row.description === null || (!isCut(row.description) && (usual || this.markerFollows()));
    if (this.markerFollows()) return isTeaser(text) || (usual && isLong(text));
    return row.description === null && usual && (isTeaser(text) || isLong(text));
  }

  private markerFollows(): boolean {
    for (let index = this.at + 1; index <= this.at + MAX_TEASER_LINES; index += 1) {
      const line = this.context.lines[index];
      if (line === undefined || this.context.endsList(index)) return false;
      if (line.wording.isMarked) return true;
    }
    return false;
  }

  private readUnmarked(): void {
    while (this.rows.length < MAX_ROWS) {
      const line = this.line();
      if (line === null || !line.wording.canBeHeadline || line.wording.isParagraph) return;
      if (this.context.dates.isDate(line.wording)) return;
      if (this.rows.length > 0 && this.breaksOff(line)) return;
      this.addRow(null, line.wording);
      this.readUnmarkedExtras();
    }
  }

  /** A blank line ends a list whose rows stand without one. */
  private breaksOff(line: Line): boolean {
    const second = this.context.lines[this.start + 1];
    return line.afterGap && second?.afterGap === false;
  }

  private readUnmarkedExtras(): void {
    const row = this.rows.at(-1);
    const teaser = this.line();
    if (row === undefined || teaser === null) return;
    if (isTeaser(teaser.text) && (isCut(teaser.text) || this.teasersAreUsual())) {
      this.takeTeaser(row, teaser);
    }
    const date = this.line();
    if (date !== null && this.context.dates.isDate(date.wording) && this.datesAreUsual()) this.takeDate(row, date);
  }

  /** The date below the last headline of a run is an article's dateline, unless the rows before it have dates as well. */
  private datesAreUsual(): boolean {
    if (this.rows.length > 1) return this.rows.at(-2)?.dated === true;
    const next = this.context.lines[this.at + 1];
    return next === undefined || this.context.endsList(this.at + 1) || !next.wording.isParagraph;
  }

  /** The first row decides by what follows: a headline and another teaser. */
  private teasersAreUsual(): boolean {
    if (this.rows.length > 1) return this.rows.slice(0, -1).some(({ description }) => description !== null);
    const [headline, teaser] = [this.context.lines[this.at + 1], this.context.lines[this.at + 2]];
    if (headline === undefined || this.context.endsList(this.at + 1)) return !isLong(this.line()?.text ?? '');
    return headline.wording.canBeHeadline && teaser !== undefined && isTeaser(teaser.text);
  }
}

function toEntry(row: Row, index: number): ParsedRankingEntry {
  const { position, headline, description, date } = row;
  return { position: position ?? index + 1, headline: headline.text, truncated: headline.isCut, description, date };
}

/**
 * Reads the rows of a list: bullets, numbers, both or none before the headlines; teasers and dates below them.
 *
 * @param start index of the line below the heading
 * @returns no entries where no list stands there
 */
export function readRows(context: ListContext, start: number): ListRows {
  return new RowReader(context, start).read();
}
