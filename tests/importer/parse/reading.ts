import type { ParsedDocument } from '../../../src/importer/documents';
import { parseSource } from '../../../src/importer/import-documents';
import { siteOf } from './sites';

/** The document that the lines make, read as a page of one site; null takes the site that fits. */
export function read(lines: readonly string[], site: string | null = null): ParsedDocument {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const source = { path: 'page.txt', bytes, url: null, capturedAt: null, recordId: null };
  const [parsed] = site === null ? parseSource(source) : parseSource(source, { sites: [siteOf(site)], timezone: null });
  if (parsed === undefined) throw new Error('no document');
  return parsed;
}

/** What became of the lines, and what is reported beside dropped furniture, as short texts. */
export function outcome(parsed: ParsedDocument): { readonly roles: string; readonly reports: readonly string[] } {
  return {
    roles: parsed.lines.map(({ role }) => role).join(' '),
    reports: parsed.diagnostics
      .filter(({ code }) => code !== 'furniture-dropped')
      .map(({ code, line, actual }) => `${code} ${line ?? '-'} ${actual ?? '-'}`),
  };
}
