/** Key order and the difference between null and absent don't matter; a missing text and an empty one are the same. */
export function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== null && part !== undefined && part !== '');
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${sorted.map(([key, part]) => `${key}:${canonical(part)}`).join()}}`;
}

/** Whether two values of a field say the same. */
export function sameValue(left: unknown, right: unknown): boolean {
  return left === right || canonical(left) === canonical(right);
}

/** Whether a field says nothing: no value, no text, no item. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
