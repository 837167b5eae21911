import { blockText } from '../importer/normalise/blocks';

/** Data as the Document Service gets it: fields by name, any of them absent. */
export type Data = Readonly<Record<string, unknown>>;

/** Whether a form left a relation alone: it sends `{ connect: [], disconnect: [] }` then. */
export function isUntouchedRelation(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { connect, disconnect, set } = value as Readonly<Record<string, unknown>>;
  if (connect === undefined && disconnect === undefined) return false;
  return set === undefined && [connect, disconnect].every((items) => items === undefined || isBlank(items));
}

/** Whether nobody typed anything: absent, null, white space, an empty list or an untouched relation. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isUntouchedRelation(value);
}

/** Whether a body has no text; an empty blocks editor sends one empty paragraph. */
export function isBlankBody(body: unknown): boolean {
  return isBlank(body) || (Array.isArray(body) && body.every((block) => blockText(block).trim() === ''));
}

/** Text without white space at its ends, null where nothing is left. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
