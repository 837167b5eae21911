import type { LineRole, ParsedDocument } from '../../src/importer/documents';

const TEXT_WIDTH = 90;

function clip(text: string): string {
  return text.length <= TEXT_WIDTH ? text : `${text.slice(0, TEXT_WIDTH - 1)}…`;
}

function explainLine({ line, role, text, because }: LineRole): string {
  return `${String(line).padStart(5)}  ${role.padEnd(20)} ${clip(text).padEnd(TEXT_WIDTH)}  ${because}`;
}

/** A document with the role of each line beside it, and why; for people who add a site. */
export function explain({ source, kind, profile, lines, diagnostics }: ParsedDocument): string {
  const found = diagnostics.map(
    ({ code, severity, line, message }) => `${String(line ?? '').padStart(5)}  ${severity} ${code}: ${message}`,
  );
  const head = `${source.path} #${source.index}: ${kind}, read by the profile ${profile} (${source.encoding ?? 'no text'})`;
  return [head, ...lines.map(explainLine), ...found, ''].join('\n');
}
