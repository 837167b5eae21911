import type { Diagnostic, LineRole } from '../documents';
import { diagnostic, type DiagnosticCode, type DiagnosticDetails } from '../diagnostics';
import type { Line } from './lines';

/** Collects what became of each line and what is to be reported, while one page is read. */
export class Findings {
  readonly roles: LineRole[] = [];
  private readonly diagnostics: Diagnostic[] = [];

  /** Accounts for a line. */
  role(line: Line, role: string, because: string): void {
    this.roles.push({ line: line.number, text: line.text, role, because });
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

  /** The diagnostics by line; those of the whole document first. */
  inOrder(): readonly Diagnostic[] {
    return [...this.diagnostics].sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
  }

  report(code: DiagnosticCode, details: DiagnosticDetails = {}): void {
    this.diagnostics.push(diagnostic(code, details));
  }
}
