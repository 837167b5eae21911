import { blockText } from '../normalise/blocks';

type Parts = Readonly<Record<string, unknown>>;

function partsText(parts: Parts): string {
  if ('children' in parts) return blockText(parts);
  return Object.entries(parts)
    .filter(([name, value]) => name !== 'image' && value !== null && value !== undefined && value !== '')
    .map(([, value]) => String(value))
    .join(' – ');
}

/** A value of a field, or of one item of it, as a person reads it; a line an item. `(none)` for nothing. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(none)';
  if (Array.isArray(value)) return value.length === 0 ? '(none)' : value.map(valueText).join('\n');
  return typeof value === 'object' ? partsText(value as Parts) : String(value);
}
