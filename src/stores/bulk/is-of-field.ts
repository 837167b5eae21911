/**
 * The condition that a joined component is one of a field. It is none for an index: SQLite, which has no statistics, would begin with all rows of
 * the field.
 */
export function isOfField(field: string, alias: string): string {
  return `coalesce(${alias}.field, '') = '${field}'`;
}
