import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { Place } from './snapshots';
import { canBeStored } from './tables';

const MAX_PAGE = 100;
const DEFAULT_PAGE = 25;
const MAX_TEXT = 255;

/** Parameters of the queries, each with the sentence that a wrong value gets. */
const EXPECTED = {
  at: 'an instant such as 2025-04-10T05:15:00Z or 2025-04-10T14:15:00%2B09:00',
  window: 'one of 24h, 7d, 30d',
  section: 'the name of a section',
  after: 'what `next` of the page before says',
  from: 'an instant such as 2025-04-01T00:00:00Z',
  to: 'an instant such as 2025-05-01T00:00:00Z',
  key: 'the key of a list',
  by: 'day or month',
  pageSize: `a whole number from 1 to ${MAX_PAGE}`,
} as const;

export type ParameterName = keyof typeof EXPECTED;

/** What a query is asked for; null where it is not said. */
export interface Parameters {
  readonly at: string | null;
  readonly window: string | null;
  readonly section: string | null;
  readonly after: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly key: string | null;
  readonly by: string | null;
  readonly pageSize: number;
}

// In an address `+` stands for a space.
const instant = z
  .string()
  .max(40)
  .transform((text) => text.replace(' ', '+'))
  .pipe(z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString()));

const SCHEMAS: Readonly<Record<ParameterName, z.ZodType>> = {
  at: instant,
  window: z.enum(['24h', '7d', '30d']),
  section: z.string().min(1).max(MAX_TEXT),
  after: z.string().min(1).max(400),
  from: instant,
  to: instant,
  key: z.string().min(1).max(MAX_TEXT).refine(canBeStored),
  by: z.enum(['day', 'month']),
  pageSize: z.coerce.number().int().min(1).max(MAX_PAGE),
};

function refuse(name: string, actual: unknown, expected: string): never {
  throw new errors.ValidationError(`${name}: expected ${expected}`, { parameter: name, actual, expected });
}

function read(name: ParameterName, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const { success, data } = SCHEMAS[name].safeParse(value);
  return success ? data : refuse(name, value, EXPECTED[name]);
}

/**
 * Reads what a query is asked for.
 *
 * @param known the parameters that this query has
 * @throws ValidationError naming the parameter, and what is expected of it
 */
export function readParameters(query: Readonly<Record<string, unknown>>, known: readonly ParameterName[]): Parameters {
  const unknown = Object.keys(query).find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined) refuse(unknown, query[unknown], `no such parameter, only ${known.join(', ')}`);
  const values = Object.fromEntries(known.map((name) => [name, read(name, query[name])]));
  return {
    ...{ at: null, window: null, section: null, after: null, from: null, to: null, key: null, by: null },
    ...values,
    pageSize: (values.pageSize as number | null | undefined) ?? DEFAULT_PAGE,
  };
}

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z),([0-9a-z]{1,60})$/;

/** A place in a history as `next` tells it. */
export function toCursor({ capturedAt, documentId }: Place): string {
  return `${capturedAt},${documentId}`;
}

/**
 * The place that `after` names.
 *
 * @throws ValidationError where it is none
 */
export function placeFrom(after: string | null): Place | null {
  if (after === null) return null;
  const [, capturedAt = '', documentId = ''] = PLACE.exec(after) ?? [];
  return Number.isNaN(Date.parse(capturedAt)) ? refuse('after', after, EXPECTED.after) : { capturedAt, documentId };
}
