import type { ParsedArticle, StatedFields } from '../documents';
import { uniqueTagNames } from '../normalise/tag-name';
import { readBody } from './body';
import { authorsOf } from './bylines';
import { foldText } from '../normalise/fold';
import { chooseDateline, datesAround, type ChosenDateline } from './choose-dateline';
import { creditOf, isLabelledCaption } from './credits';
import { breadcrumbOf } from './breadcrumb';
import type { PrintedDate } from './dates/dateline';
import { readHead } from './head';
import { chooseHeadline } from './headline';
import type { FlowLine, Page, PageContext } from './page';
import { PhotoReader } from './photos';
import { endsSentence, isParagraph } from './wording';

/** The lines above the text, the dateline, and the text. */
interface Parts {
  readonly head: readonly FlowLine[];
  readonly dateline: ChosenDateline | null;
  readonly dates: readonly ChosenDateline[];
  readonly body: readonly FlowLine[];
}

const isText = ({ text }: FlowLine): boolean => isParagraph(text) || endsSentence(text);

/** Number of lines at the top that are no text yet, in a page whose dateline does not say where the text begins. */
function headLength(flow: readonly FlowLine[], { site }: PageContext, stated: string | null): number {
  const key = stated === null ? null : foldText(stated);
  let headlines = 0;
  let at = 0;
  for (; at < flow.length; at += 1) {
    const line = flow[at] as FlowLine;
    const [above, below] = [flow[at - 1], flow[at + 1]];
    if (key !== null && foldText(line.text) === key) headlines += 1;
    else if (breadcrumbOf(line.text) !== null || authorsOf(site, line.text) !== null || line.isSourceName) continue;
    else if (site.sections.has(line.folded) || site.kickers.has(line.folded)) continue;
    else if (creditOf(site, line.text) !== null || isLabelledCaption(site, line.text)) continue;
    else if (site.profile.creditPosition !== 'below' && above !== undefined && creditOf(site, above.text) !== null) continue;
    else if (site.profile.creditPosition !== 'above' && below !== undefined && creditOf(site, below.text) !== null) continue;
    else if (headlines === 0 && chooseHeadline(flow.slice(at, at + 1), site, stated).headline !== null) headlines += 1;
    else if (headlines > 0 && foldText(line.text) === foldText(flow[at - 1]?.text ?? '')) continue;
    else break;
  }
  return at;
}

/** A dateline below the text: nothing but a byline or the publisher's name follows it, and paragraphs stand above. */
function isBelowText(flow: readonly FlowLine[], { index }: ChosenDateline): boolean {
  const after = flow.slice(index + 1).filter(isText).length;
  const before = flow.slice(0, index).filter(({ text }) => isParagraph(text)).length;
  return after === 0 && before > 0 && flow.slice(1, index).filter(isText).length > 1;
}

function divide(flow: readonly FlowLine[], context: PageContext, stated: string | null): Parts {
  const dateline = chooseDateline(flow, context);
  const dates = dateline === null ? [] : datesAround(flow, dateline, context);
  const used = new Set([dateline?.index, ...dates.map(({ index }) => index)]);
  const without = flow.filter((_, index) => !used.has(index));
  if (dateline === null || isBelowText(flow, dateline)) {
    const length = headLength(without, context, stated);
    return { head: without.slice(0, length), dateline, dates, body: without.slice(length) };
  }
  const { index } = dateline;
  const outside = (line: FlowLine): boolean => without.includes(line);
  return { head: flow.slice(0, index).filter(outside), dateline, dates, body: flow.slice(index + 1).filter(outside) };
}

function reportDoubt(date: PrintedDate | null, line: FlowLine, isUpdate: boolean, { findings }: PageContext): void {
  if (date === null || date.doubt === null) return;
  const code = isUpdate && date.doubt === 'date-without-year' ? 'update-without-year' : date.doubt;
  findings.report(code, { line: line.number, actual: line.text });
}

interface Dates {
  readonly published: PrintedDate | null;
  readonly modified: PrintedDate | null;
}

function readDates({ dateline, dates }: Parts, context: PageContext): Dates {
  const { findings } = context;
  if (dateline === null) {
    findings.report('missing-dateline');
    return { published: null, modified: null };
  }
  findings.role(dateline.line, 'dateline', 'a date, and what belongs to it');
  let { modified } = dateline.dateline;
  for (const { line, dateline: other } of dates) {
    const isUpdate = other.modified !== null && modified === null;
    modified = modified ?? other.modified;
    findings.role(line, isUpdate ? 'date-modified' : 'further-date', 'a line of dates beside the dateline');
    if (!isUpdate) findings.report('several-datelines', { line: line.number, actual: line.text });
  }
  reportDoubt(dateline.dateline.published, dateline.line, false, context);
  reportDoubt(modified, dateline.line, true, context);
  return { published: dateline.dateline.published, modified };
}

/** What stands beside the date in the dateline: people, or a section. */
function besides({ dateline }: Parts, { site }: PageContext): Pick<ParsedArticle, 'authors' | 'articleSection'> {
  const text = dateline?.dateline.besides ?? '';
  const authors = text === '' ? null : authorsOf(site, text);
  const isSection = site.sections.has(foldText(text));
  return { authors: authors ?? [], articleSection: isSection ? text : null };
}

function isNothing(parts: Parts): boolean {
  return parts.head.length === 0 && parts.body.length === 0;
}

const MAX_TITLE = 40;
const MAX_TITLE_LINES = 3;

/** A page of lists has no article: what stands above them is the page's title. */
function isListPage({ flow, rankingLists }: Page, parts: Parts, { site }: PageContext): boolean {
  if (rankingLists.length === 0 || parts.dateline !== null || flow.length > MAX_TITLE_LINES) return false;
  return flow.every(({ text, folded, isSourceName }) => {
    if (isSourceName || site.sections.has(folded) || breadcrumbOf(text) !== null) return true;
    return text.length <= MAX_TITLE && text.split(' ').length <= 3 && !endsSentence(text);
  });
}

function dropTitles(flow: readonly FlowLine[], { findings }: PageContext): null {
  for (const line of flow) findings.drop(line, 'page-title', 'above lists, without an article');
  return null;
}

/**
 * Reads the article of a page.
 *
 * @param stated fields that the carrier states; its headline helps to find the printed one
 * @returns null where the page has none
 */
export function readArticle(page: Page, context: PageContext, stated: StatedFields): ParsedArticle | null {
  const known = stated.headline ?? null;
  const parts = divide(page.flow, context, known);
  if (known === null && isListPage(page, parts, context)) return dropTitles(page.flow, context);
  if (isNothing(parts)) return dropTitles(page.flow, context);
  const photos = new PhotoReader(context);
  const head = readHead(parts.head, photos, context, known);
  const { published, modified } = readDates(parts, context);
  const listsAbove = parts.dateline?.line.listsAbove ?? parts.body[0]?.listsAbove ?? 0;
  const body = readBody(parts.body, photos, context, { headline: head.headline?.text ?? null, listsAbove });
  const beside = besides(parts, context);
  if (head.headline === null && known === null) context.findings.report('missing-headline', { line: page.flow[0]?.number ?? null });
  if (body.blocks.length === 0 && stated.body === undefined) context.findings.report('missing-body');
  return {
    headline: head.headline?.text ?? null,
    kicker: head.kicker,
    authors: [...head.authors, ...beside.authors, ...body.authors],
    photos: photos.all,
    datePublished: published?.iso ?? null,
    datePublishedPrecision: published?.precision ?? null,
    dateModified: modified?.iso ?? null,
    dateline: parts.dateline?.line.text ?? null,
    articleSection: head.articleSection ?? beside.articleSection,
    inLanguage: null,
    body: body.blocks,
    tags: uniqueTagNames(page.tags),
  };
}
