import type { Diagnostic, LineRole, ParsedArticle } from '../documents';
import { diagnostic } from '../diagnostics';
import { readDateline, type Dateline } from './dateline';
import type { Line } from './lines';

/** The article above the tail, with the role of each of its lines. */
export interface ArticleReading {
  readonly article: ParsedArticle | null;
  readonly roles: readonly LineRole[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A headline ends without a full stop; a caption is a sentence. */
const SENTENCE_END = /[.。!?！？]["'”’)]?$/;

const roleOf = (line: Line, role: string, because: string): LineRole => ({
  line: line.number,
  text: line.text,
  role,
  because,
});

function headDiagnostics(
  headline: Line | undefined,
  dateline: Line | undefined,
  read: Dateline | null,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (headline === undefined) found.push(diagnostic('missing-headline', { line: 1 }));
  if (dateline === undefined) found.push(diagnostic('missing-dateline'));
  if (read?.undatedUpdate != null && dateline !== undefined) {
    found.push(diagnostic('update-without-year', { line: dateline.number, actual: read.undatedUpdate }));
  }
  return found;
}

/** Divides head from body: at the dateline where there is one, else after the first line. */
function divide(lines: readonly Line[]): { head: readonly Line[]; dateline: Line | undefined; body: readonly Line[] } {
  const at = lines.findIndex(({ text }) => readDateline(text) !== null);
  if (at >= 0) return { head: lines.slice(0, at), dateline: lines[at], body: lines.slice(at + 1) };
  const first = lines[0];
  const split = first !== undefined && !SENTENCE_END.test(first.text) ? 1 : 0;
  return { head: lines.slice(0, split), dateline: undefined, body: lines.slice(split) };
}

/** Reads headline, captions, dateline and paragraphs; no lines give no article. */
export function readArticle(lines: readonly Line[], tags: readonly string[]): ArticleReading {
  if (lines.length === 0) return { article: null, roles: [], diagnostics: [] };
  const { head, dateline, body } = divide(lines);
  const first = head[0];
  const headline = first !== undefined && !SENTENCE_END.test(first.text) ? first : undefined;
  const captions = headline === undefined ? head : head.slice(1);
  const read = dateline === undefined ? null : readDateline(dateline.text);
  const article: ParsedArticle = {
    headline: headline?.text ?? null,
    kicker: null,
    authors: [],
    photos: captions.map(({ text }) => ({ caption: text, creditText: null })),
    datePublished: read?.datePublished ?? null,
    datePublishedPrecision: read?.precision ?? null,
    dateModified: null,
    dateline: dateline?.text ?? null,
    articleSection: null,
    inLanguage: null,
    body: body.map(({ text }) => ({ type: 'paragraph', text })),
    tags,
  };
  const roles = [
    ...(headline === undefined ? [] : [roleOf(headline, 'headline', 'the first line, no sentence')]),
    ...captions.map((line) => roleOf(line, 'caption', 'between headline and dateline')),
    ...(dateline === undefined ? [] : [roleOf(dateline, 'dateline', 'a time, a zone and a date')]),
    ...body.map((line) => roleOf(line, 'body', 'below the dateline')),
  ];
  return { article, roles, diagnostics: headDiagnostics(headline, dateline, read) };
}
