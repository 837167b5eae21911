import type { Diagnostic, LineRole, ParsedDocument, ReadDocument } from '../documents';
import { diagnostic } from '../diagnostics';
import { GENERAL, type Profile } from '../profiles';
import { readArticle } from './article';
import { chooseProfile } from './labels';
import { toLines, type Line } from './lines';
import { readTail, tailStart } from './tail';

/** A text of punctuation alone says nothing. */
const WORD = /[\p{L}\p{N}]/u;

export interface ParseOptions {
  readonly profiles: readonly Profile[];
}

function rejected(document: ReadDocument, diagnostics: readonly Diagnostic[]): ParsedDocument {
  const { source, url, capturedAt, recordId, text } = document;
  return {
    ...{ source, url, capturedAt, recordId, text, diagnostics },
    ...{ kind: 'rejected', article: null, rankingLists: [], lines: [] },
    ...{ profile: GENERAL.id, publisher: null },
  };
}

function dropFurniture(
  profile: Profile,
  lines: readonly Line[],
): { kept: readonly Line[]; roles: readonly LineRole[] } {
  const nameOf = ({ folded }: Line): string | undefined =>
    Object.hasOwn(profile.furniture, folded) ? profile.furniture[folded] : undefined;
  const roles = lines
    .filter((line) => nameOf(line) !== undefined)
    .map((line) => ({
      line: line.number,
      text: line.text,
      role: nameOf(line) ?? '',
      because: 'furniture of the profile',
    }));
  return { kept: lines.filter((line) => nameOf(line) === undefined), roles };
}

function read(document: ReadDocument, profile: Profile, lines: readonly Line[]): ParsedDocument {
  const { source, url, capturedAt, recordId, text } = document;
  const { kept, roles: furniture } = dropFurniture(profile, lines);
  const start = tailStart(profile, kept);
  const tail = readTail(profile, kept.slice(start));
  const { article, roles, diagnostics } = readArticle(kept.slice(0, start), tail.tags);
  if (article === null && tail.rankingLists.length === 0) return rejected(document, [diagnostic('empty-document')]);
  const dropped = furniture.map(({ line, text: actual, role }) =>
    diagnostic('furniture-dropped', { line, actual, message: `Dropped as furniture: ${role}.` }),
  );
  return {
    ...{ source, url, capturedAt, recordId, text },
    kind: article === null ? 'list' : 'article',
    article,
    rankingLists: tail.rankingLists,
    diagnostics: [...document.diagnostics, ...diagnostics, ...tail.diagnostics, ...dropped],
    profile: profile.id,
    publisher: profile.publisher,
    lines: [...roles, ...tail.roles, ...furniture].sort((left, right) => left.line - right.line),
  };
}

const PAGE_BREAK = '\f';

/** A form feed is a page's end: what stands behind it is a document of its own. */
function splitPages(document: ReadDocument): readonly { page: ReadDocument; lines: readonly Line[] }[] {
  let before = 0;
  const pages = document.text.split(PAGE_BREAK).map((text) => {
    const lines = toLines(text).map((line) => ({ ...line, number: line.number + before }));
    before += text.split('\n').length - 1;
    return { text, lines };
  });
  const written = pages.filter(({ lines }) => lines.some(({ text }) => WORD.test(text)));
  return written.map(({ text, lines }, index) => ({
    page: { ...document, text, source: { ...document.source, index: document.source.index + index } },
    lines,
  }));
}

/**
 * Reads a document's text: its article and its ranking lists. Never throws; what can't be read is `rejected`.
 *
 * @param document text with what the carrier stated
 * @param options the profiles to choose from, the general reading last
 */
export function parseDocument(document: ReadDocument, options: ParseOptions): readonly ParsedDocument[] {
  if (document.diagnostics.some(({ severity }) => severity === 'error'))
    return [rejected(document, document.diagnostics)];
  const pages = splitPages(document);
  if (pages.length === 0) return [rejected(document, [...document.diagnostics, diagnostic('empty-document')])];
  return pages.map(({ page, lines }) => read(page, chooseProfile(options.profiles, lines) ?? GENERAL, lines));
}
