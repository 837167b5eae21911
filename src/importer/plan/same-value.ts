/** Key order and the difference between null and absent don't matter; a missing text and an empty one are the same. */
export function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== null && part !== undefined && part !== '');
  const sorted = entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${sorted.map(([key, part]) => `${key}:${canonical(part)}`).join()}}`;
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

type Parts = Readonly<Record<string, unknown>>;

function sameParts(left: Parts, right: Parts): boolean {
  for (const name in left) if (!sameValue(left[name], right[name])) return false;
  for (const name in right) if (!(name in left) && !isNothing(right[name])) return false;
  return true;
}

/** Whether two values of a field say the same: whether they have one canonical form. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  if (!Array.isArray(left) && !Array.isArray(right)) return sameParts(left as Parts, right as Parts);
  if (!Array.isArray(left) || !Array.isArray(right)) return false;
  return left.length === right.length && left.every((item, at) => sameValue(item, right[at]));
}

/** Whether a field says nothing: no value, no text, no item. */
export function isEmpty(value: unknown): boolean {
  return isNothing(value) || (Array.isArray(value) && value.length === 0);
}
