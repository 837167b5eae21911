import type { ParsedArticle } from '../documents';
import { foldText } from '../normalise/fold';
import { authorsOf } from './bylines';
import type { ChosenDateline } from './choose-dateline';
import type { PrintedDate } from './dates/dateline';
import type { Parts } from './divide';
import type { FlowLine, PageContext } from './page';

type DateFields = Pick<ParsedArticle, 'datePublished' | 'datePublishedPrecision' | 'dateModified' | 'dateline'>;

const NO_DATES: DateFields = { datePublished: null, datePublishedPrecision: null, dateModified: null, dateline: null };

function reportDoubt(date: PrintedDate | null, line: FlowLine, isUpdate: boolean, { findings }: PageContext): void {
  if (date === null || date.doubt === null) return;
  const code = isUpdate && date.doubt === 'date-without-year' ? 'update-without-year' : date.doubt;
  findings.report(code, { line: line.number, actual: line.text });
}

/** Further lines of dates around the dateline: one of them may say when the text was updated. */
function readFurther(dates: readonly ChosenDateline[], context: PageContext): PrintedDate | null {
  const { findings } = context;
  let modified: PrintedDate | null = null;
  for (const { line, dateline } of dates) {
    const isUpdate = dateline.modified !== null && modified === null;
    modified = modified ?? dateline.modified;
    findings.role(line, isUpdate ? 'date-modified' : 'further-date', 'a line of dates beside the dateline');
    if (!isUpdate) findings.report('several-datelines', { line: line.number, actual: line.text });
  }
  return modified;
}

/**
 * Reads when the article was published and updated, and reports what could not be read.
 *
 * @param isStated whether the carrier states the date, so that none is missed in the text
 */
export function readDates({ dateline, dates }: Parts, context: PageContext, isStated: boolean): DateFields {
  if (dateline === null) {
    if (!isStated) context.findings.report('missing-dateline');
    return NO_DATES;
  }
  const { line } = dateline;
  context.findings.role(line, 'dateline', 'a date, and what belongs to it');
  const { published } = dateline.dateline;
  const further = readFurther(dates, context);
  const modified = dateline.dateline.modified ?? further;
  reportDoubt(published, line, false, context);
  reportDoubt(modified, line, true, context);
  return {
    datePublished: published?.iso ?? null,
    datePublishedPrecision: published?.precision ?? null,
    dateModified: modified?.iso ?? null,
    dateline: line.text,
  };
}

/** What stands beside the date in the dateline: people, or a section. */
export function besidesDate(
  { dateline }: Parts,
  { site }: PageContext,
): Pick<ParsedArticle, 'authors' | 'articleSection'> {
  const text = dateline?.dateline.besides ?? '';
  const authors = text === '' ? null : authorsOf(site, text);
  const isSection = site.sections.has(foldText(text));
  return { authors: authors ?? [], articleSection: isSection ? text : null };
}
