import type { Findings } from './findings';
import type { RowLine } from './list-rows';

const ROLES = {
  marker: { name: 'ranking-marker', because: 'a mark on a line of its own' },
  position: { name: 'ranking-position', because: 'a printed number on a line of its own' },
  headline: { name: 'ranking-entry', because: 'a row of the list above' },
  description: { name: 'ranking-description', because: 'a teaser below the headline of a row' },
  date: { name: 'ranking-date', because: 'a date below the headline of a row' },
} as const;

/** Accounts for the lines of a ranking list. */
export function accountForRows(lines: readonly RowLine[], findings: Findings): void {
  for (const { row, role } of lines) findings.role(row, ROLES[role].name, ROLES[role].because);
}

/** Accounts for the lines of a list that ranks nothing: they are left out. */
export function dropRows(lines: readonly RowLine[], name: string, findings: Findings): void {
  for (const { row } of lines) findings.drop(row, name, 'a row of a list that ranks nothing');
}
