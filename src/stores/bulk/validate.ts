import type { Attribute, Attributes } from './tables';

/** A text column without a stated length; Strapi holds to it on every database. */
const DEFAULT_MAX_LENGTH = 255;

type Check = (attribute: Attribute, value: unknown, isPublished: boolean) => string | null;

const tooLong: Check = ({ type, maxLength }, value) => {
  const max = maxLength ?? (type === 'string' ? DEFAULT_MAX_LENGTH : Infinity);
  return typeof value === 'string' && value.length > max ? `must be at most ${max} characters` : null;
};

const tooShort: Check = ({ minLength = 0 }, value, isPublished) =>
  isPublished && typeof value === 'string' && value.length < minLength
    ? `must be at least ${minLength} characters`
    : null;

const notListed: Check = ({ enum: values }, value) =>
  values !== undefined && !values.includes(String(value)) ? `must be one of: ${values.join(', ')}` : null;

const notMatching: Check = ({ regex }, value, isPublished) =>
  isPublished && regex !== undefined && !new RegExp(regex).test(String(value)) ? `must match ${regex}` : null;

const outOfRange: Check = ({ min, max }, value, isPublished) => {
  if (typeof value !== 'number') return null;
  if (isPublished && min !== undefined && value < min) return `must be at least ${min}`;
  return max !== undefined && value > max ? `must be at most ${max}` : null;
};

const CHECKS: readonly Check[] = [tooLong, tooShort, notListed, notMatching, outOfRange];

function findingOf(attribute: Attribute, value: unknown, isPublished: boolean): string | null {
  if (value === null || value === undefined) {
    return isPublished && attribute.required === true ? 'must be defined' : null;
  }
  for (const check of CHECKS) {
    const finding = check(attribute, value, isPublished);
    if (finding !== null) return finding;
  }
  return null;
}

/**
 * Checks values by the rules of the content model that Strapi checks by: what drafts may lack, published entries may not.
 *
 * @param data only the fields that are written
 * @returns the first finding, null where there is none
 */
export function findInvalid(attributes: Attributes, data: object, isPublished: boolean): string | null {
  for (const [name, value] of Object.entries(data)) {
    const attribute = attributes[name];
    const finding = attribute === undefined ? null : findingOf(attribute, value, isPublished);
    if (finding !== null) return `${name} ${finding}`;
  }
  return null;
}
