import type { Diagnostic, LineRole } from '../documents';
import { diagnostic, type DiagnosticCode, type DiagnosticDetails } from '../diagnostics';
import type { Line } from './lines';

/** A page of millions of menu lines must not become a report of millions; errors are never left out. */
const MAX_DIAGNOSTICS = 5000;

/** Roles are put into their lines' places where no more than so many places a role are empty. */
const MAX_EMPTY = 4;

const sorted = (roles: readonly LineRole[]): readonly LineRole[] =>
  [...roles].sort((left, right) => left.line - right.line);

/** Each line has one role, so that its number is its place: that takes a fifth of the time that comparing them takes. */
function inLineOrder(roles: readonly LineRole[]): readonly LineRole[] {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const { line } of roles) {
    if (line < lowest) lowest = line;
    if (line > highest) highest = line;
  }
  if (highest - lowest > roles.length * MAX_EMPTY) return sorted(roles);
  const places: (LineRole | undefined)[] = [];
  places.length = Math.max(0, highest - lowest + 1);
  for (const role of roles) {
    const place = role.line - lowest;
    if (places[place] !== undefined) return sorted(roles);
    places[place] = role;
  }
  return places.filter((role) => role !== undefined);
}

/** Collects what became of each line and what is to be reported, while one page is read. */
export class Findings {
  readonly roles: LineRole[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private omitted = 0;

  /** Accounts for a line. */
  role(line: Line, role: string, because: string): void {
    this.roles.push({ line: line.number, text: line.printed ?? line.text, role, because });
  }

  /** Accounts for a line that is left out, and reports it. */
  drop(line: Line, name: string, because: string): void {
    this.role(line, name, because);
    this.report('furniture-dropped', {
      line: line.number,
      actual: line.text,
      message: `Dropped as furniture: ${name}.`,
    });
  }

  /** The roles by line. */
  rolesInOrder(): readonly LineRole[] {
    return inLineOrder(this.roles);
  }

  /** The diagnostics by line; those of the whole document first. */
  inOrder(): readonly Diagnostic[] {
    const sorted = [...this.diagnostics].sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
    if (this.omitted === 0) return sorted;
    return [...sorted, diagnostic('more-findings', { actual: String(this.omitted) })];
  }

  report(code: DiagnosticCode, details: DiagnosticDetails = {}): void {
    const found = diagnostic(code, details);
    if (found.severity !== 'error' && this.diagnostics.length >= MAX_DIAGNOSTICS) this.omitted += 1;
    else this.diagnostics.push(found);
  }
}
