import type { Attribute, Attributes } from './tables';

/** A text column without a stated length; Strapi holds to it on every database. */
const DEFAULT_MAX_LENGTH = 255;

/** What an attribute has against a value that is there; null where there is nothing. */
type Check = (value: unknown, isPublished: boolean) => string | null;

const textCheck = ({ type, maxLength, minLength = 0 }: Attribute): readonly Check[] => {
  const max = maxLength ?? (type === 'string' ? DEFAULT_MAX_LENGTH : Infinity);
  if (max === Infinity && minLength === 0) return [];
  return [
    (value, isPublished) => {
      if (typeof value !== 'string') return null;
      if (value.length > max) return `must be at most ${max} characters`;
      return isPublished && value.length < minLength ? `must be at least ${minLength} characters` : null;
    },
  ];
};

const rangeCheck = ({ min = -Infinity, max = Infinity }: Attribute): readonly Check[] => {
  if (min === -Infinity && max === Infinity) return [];
  return [
    (value, isPublished) => {
      if (typeof value !== 'number') return null;
      if (value > max) return `must be at most ${max}`;
      return isPublished && value < min ? `must be at least ${min}` : null;
    },
  ];
};

const listCheck = ({ enum: values }: Attribute): readonly Check[] =>
  values === undefined
    ? []
    : [(value) => (values.includes(String(value)) ? null : `must be one of: ${values.join(', ')}`)];

const patternCheck = ({ regex }: Attribute): readonly Check[] => {
  if (regex === undefined) return [];
  const pattern = new RegExp(regex);
  return [(value, isPublished) => (isPublished && !pattern.test(String(value)) ? `must match ${regex}` : null)];
};

const instantCheck = ({ type }: Attribute): readonly Check[] =>
  type === 'datetime' ? [(value) => (Number.isNaN(Date.parse(String(value))) ? 'must be an instant' : null)] : [];

interface FieldChecks {
  readonly name: string;
  readonly required: boolean;
  readonly checks: readonly Check[];
}

function checksOf(name: string, attribute: Attribute): readonly FieldChecks[] {
  const required = attribute.required === true;
  const checks = [textCheck, rangeCheck, listCheck, patternCheck, instantCheck].flatMap((make) => make(attribute));
  return required || checks.length > 0 ? [{ name, required, checks }] : [];
}

function findingOf({ required, checks }: FieldChecks, value: unknown, isPublished: boolean): string | null {
  if (value === null) return isPublished && required ? 'must be defined' : null;
  for (const check of checks) {
    const finding = check(value, isPublished);
    if (finding !== null) return finding;
  }
  return null;
}

/** Checks the fields that are written; answers the first finding, null where there is none. */
export type Validator = (data: object, isPublished: boolean) => string | null;

/** A check by the rules of the content model that Strapi checks by: what drafts may lack, published entries may not. */
export function validatorOf(attributes: Attributes): Validator {
  const fields = Object.entries(attributes).flatMap(([name, attribute]) => checksOf(name, attribute));
  return (data, isPublished) => {
    const values = data as Readonly<Record<string, unknown>>;
    for (const field of fields) {
      const value = values[field.name];
      const finding = value === undefined ? null : findingOf(field, value, isPublished);
      if (finding !== null) return `${field.name} ${finding}`;
    }
    return null;
  };
}
