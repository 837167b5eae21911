import type { Diagnostic, Severity } from './documents';

/** A row of the table: what the code means, and one line of advice to whoever meets it. */
interface DiagnosticRule {
  readonly severity: Severity;
  readonly message: string;
  readonly advice: string;
}

/**
 * The one table of diagnostic codes. Codes are stable: scripts and editors rely on them.
 * `docs/diagnostics.md` is made from it.
 */
export const DIAGNOSTIC_RULES = {
  'empty-document': {
    severity: 'error',
    message: 'The document has no text.',
    advice: 'Check the export: the file is empty or holds only white space.',
  },
  'binary-document': {
    severity: 'error',
    message: 'The document is not text.',
    advice: 'Leave images and other binary files out of the import folder.',
  },
  'unreadable-path': {
    severity: 'error',
    message: 'The path can not be read.',
    advice: 'Check the spelling and the permissions of the path.',
  },
  'store-refused': {
    severity: 'error',
    message: 'The database did not take the document.',
    advice: 'See what was refused and why; mend the document or the entry, and import again.',
  },
  'missing-headline': {
    severity: 'warning',
    message: 'The document has no headline.',
    advice: 'Give the article a headline before it is published.',
  },
  'missing-dateline': {
    severity: 'warning',
    message: 'The document has no dateline that could be read.',
    advice: 'Set the date of publication by hand, or look for the dateline in the body.',
  },
  'update-without-year': {
    severity: 'info',
    message: 'The update note states no year; it stays in the dateline.',
    advice: 'Set dateModified by hand where it matters.',
  },
  'empty-ranking-list': {
    severity: 'info',
    message: 'The heading of a ranking list has no rows.',
    advice: 'Nothing to do, unless the page did show rows.',
  },
  'unknown-line': {
    severity: 'warning',
    message: 'A line below the article fits no rule.',
    advice: 'Look whether the line belongs to the article; if it is furniture, add it to the profile.',
  },
  'furniture-dropped': {
    severity: 'info',
    message: 'Dropped as furniture of the page.',
    advice: 'Nothing to do.',
  },
} as const satisfies Record<string, DiagnosticRule>;

/** A stable diagnostic code: a key of `DIAGNOSTIC_RULES`. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_RULES;

interface DiagnosticDetails {
  readonly line?: number | null;
  readonly message?: string;
  readonly actual?: string | null;
  readonly expected?: string | null;
}

/**
 * Makes a diagnostic of a code in the table, with the table's severity and, unless given, its message.
 *
 * @param code key of the table
 * @param details line (from 1), what was seen and what was expected
 */
export function diagnostic(code: DiagnosticCode, details: DiagnosticDetails = {}): Diagnostic {
  const rule: DiagnosticRule = DIAGNOSTIC_RULES[code];
  return {
    code,
    severity: rule.severity,
    line: details.line ?? null,
    message: details.message ?? rule.message,
    actual: details.actual ?? null,
    expected: details.expected ?? null,
  };
}
