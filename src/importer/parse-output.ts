import type { ParsedDocument } from './documents';

/** A parsed document in the stable shape that `parse` prints. */
export type ParseOutput = Pick<ParsedDocument, 'source' | 'kind' | 'article' | 'rankingLists' | 'diagnostics'>;

/** Leaves out what is for the importer alone. */
export function toParseOutput(parsed: ParsedDocument): ParseOutput {
  const { source, kind, article, rankingLists, diagnostics } = parsed;
  return { source, kind, article, rankingLists: rankingLists.map(({ key, ...printed }) => printed), diagnostics };
}
