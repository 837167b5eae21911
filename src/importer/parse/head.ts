import type { Author } from '../documents';
import { breadcrumbOf } from './breadcrumb';
import { BylineReader } from './bylines';
import { isPageNumber } from './furniture';
import { chooseHeadline, type HeadlineChoice, type ListedHeadlines } from './headline';
import type { FlowLine, PageContext } from './page';
import type { PhotoReader } from './photos';
import { isSourceLine } from './source-line';

/** What stands above the dateline, pictures aside. */
export interface Head {
  readonly headline: FlowLine | null;
  readonly kicker: string | null;
  readonly articleSection: string | null;
  readonly authors: readonly Author[];
}

const MAX_PAGE_TITLE = 60;

interface SortedHead {
  readonly articleSection: string | null;
  readonly authors: readonly Author[];
  /** Lines that are neither breadcrumb, byline nor the publisher's name. */
  readonly rest: readonly FlowLine[];
}

/** An agency's name directly above the dateline says who wrote the text. */
function isAgencyLine(lines: readonly FlowLine[], index: number, { site }: PageContext): boolean {
  const line = lines[index];
  const last = index === lines.length - 1 && index > 0;
  return last && line !== undefined && site.profile.creditPosition === 'above' && site.creditNames.has(line.folded);
}

function sortHead(lines: readonly FlowLine[], context: PageContext): SortedHead {
  const { site, findings } = context;
  const bylines = new BylineReader(site);
  const rest: FlowLine[] = [];
  let articleSection: string | null = null;
  const breadcrumbs = lines.map(({ text }) => breadcrumbOf(text));
  const trail = breadcrumbs.findIndex((breadcrumb) => breadcrumb !== null);
  lines.forEach((line, index) => {
    if (index < trail && line.text.length <= MAX_PAGE_TITLE) {
      findings.drop(line, 'page-title', 'above the breadcrumb');
      return;
    }
    const breadcrumb = breadcrumbs[index] ?? null;
    const people = line.wording.on(site).authors;
    if (breadcrumb !== null) {
      articleSection = breadcrumb.articleSection ?? articleSection;
      findings.role(line, 'breadcrumb', 'begins with the home page');
    } else if (people !== null) {
      bylines.add(people);
      findings.role(line, 'byline', 'names who wrote the text');
    } else if (bylines.readAffiliation(line.text)) findings.role(line, 'byline', 'below the names of a byline');
    else if (isPageNumber(line.text)) findings.drop(line, 'page-number', 'a picture of several');
    else if (isSourceLine(lines, index, context)) findings.drop(line, 'source-name', "the publisher's name");
    else if (isAgencyLine(lines, index, context)) {
      bylines.add([{ name: line.text, affiliation: null }]);
      findings.role(line, 'byline', 'an agency directly above the dateline');
    } else rest.push(line);
  });
  return { articleSection, authors: bylines.all, rest };
}

function accountFor(choice: HeadlineChoice, { findings }: PageContext): void {
  const { headline, kicker, section, tickers, doubtful } = choice;
  if (headline !== null) findings.role(headline, 'headline', choice.because);
  if (kicker !== null) findings.role(kicker, 'kicker', 'a short line above the headline');
  if (section !== null) findings.role(section, 'section-name', 'the name of a section above the headline');
  for (const line of tickers) findings.drop(line, 'ticker', 'a headline above the headline');
  if (doubtful || tickers.length > 0) {
    findings.report('doubtful-headline', { line: headline?.number ?? null, actual: headline?.text ?? null });
  }
}

function withoutRepeats(
  lines: readonly FlowLine[],
  headline: FlowLine | null,
  { findings }: PageContext,
): readonly FlowLine[] {
  if (headline === null) return lines;
  return lines.filter((line) => {
    if (line.text !== headline.text && line.wording.key !== headline.wording.key) return true;
    findings.role(line, 'repeated-headline', 'the same text as the headline');
    findings.report('repeated-line', { line: line.number, actual: line.text });
    return false;
  });
}

/**
 * Reads the lines above the dateline, or those above the first paragraph where there is no dateline.
 *
 * @param stated the headline that the carrier states, else null
 * @param rows headlines in the page's lists
 */
export function readHead(
  lines: readonly FlowLine[],
  photos: PhotoReader,
  context: PageContext,
  stated: string | null,
  rows: ListedHeadlines,
): Head {
  const { articleSection, authors, rest } = sortHead(lines, context);
  const choice = chooseHeadline(rest, context.site, stated, rows);
  accountFor(choice, context);
  const used = new Set([choice.headline, choice.kicker, choice.section, ...choice.tickers]);
  const pictures = rest.filter((line) => !used.has(line));
  photos.readGroup(withoutRepeats(pictures, choice.headline, context));
  const { headline, kicker, section } = choice;
  return {
    headline,
    kicker: kicker?.text ?? null,
    articleSection: articleSection ?? section?.text ?? null,
    authors,
  };
}
