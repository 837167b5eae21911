import { DIAGNOSTIC_RULES, type DiagnosticRule } from './diagnostic-rules';
import type { Diagnostic } from './documents';

/** A stable diagnostic code: a key of `DIAGNOSTIC_RULES`. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_RULES;

/** Where a finding stands, what was seen and what was expected. */
export interface DiagnosticDetails {
  readonly line?: number | null;
  readonly message?: string;
  readonly actual?: string | null;
  readonly expected?: string | null;
}

/** What PostgreSQL takes into no JSON: half a character, where a text was cut, and NUL. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

const storable = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : text.replace(UNSTORABLE, '\ufffd');

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
    message: storable(details.message) ?? rule.message,
    actual: storable(details.actual),
    expected: storable(details.expected),
  };
}
