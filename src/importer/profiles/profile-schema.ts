import { z } from 'zod';
import { BLANK_PROFILE, type Profile } from './profile';

const texts = z.array(z.string().min(1)).default([]);
const named = z.record(z.string().min(1), z.string().min(1)).default({});

const rankingLabel = z.strictObject({
  label: z.string().min(1),
  scope: z.enum(['site', 'section']),
  window: z.enum(['24h', '7d', '30d']).nullable().default(null),
  key: z
    .string()
    .regex(/^(?:[a-z0-9-]|\{section\}){1,100}$/, 'expected lower-case letters, digits, hyphens and {section}')
    .nullable()
    .default(null),
});

/** What a profile file may say; every key but `id` and `publisher` may be left out. */
const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, 'expected lower-case letters, digits and hyphens'),
  publisher: z.string().min(1),
  hosts: texts,
  rankings: z.array(rankingLabel).default([]),
  otherLists: texts,
  sections: texts,
  kickers: texts,
  tagLabels: texts,
  relatedLabels: texts,
  endLabels: texts,
  furniture: named,
  furniturePrefixes: named,
  sourceNames: texts,
  creditNames: texts,
  creditPrefixes: texts,
  creditSuffixes: texts,
  captionPrefixes: texts,
  creditPosition: z.enum(['above', 'below']).nullable().default(null),
  bylinePrefixes: texts,
  bylineSuffixes: texts,
  zones: z
    .record(z.string(), z.string().regex(/^(?:[+-]\d{2}:\d{2}|[\w+-]+\/[\w+/-]+)$/, 'expected +09:00 or Asia/Tokyo'))
    .default({}),
  dateOrder: z.enum(['day-first', 'month-first']).nullable().default(null),
  datelineShapes: texts,
  headlinesInTitleCase: z.boolean().default(false),
});

/** A profile, or what is wrong with it: one sentence a mistake. */
export type ProfileReading =
  | { readonly profile: Profile; readonly errors: readonly [] }
  | { readonly profile: null; readonly errors: readonly string[] };

/**
 * Checks what a profile file holds.
 *
 * @param value the file's content, from JSON or YAML
 */
export function readProfile(value: unknown): ProfileReading {
  const { success, data, error } = profileSchema.safeParse(value);
  if (success) return { profile: { ...BLANK_PROFILE, ...data }, errors: [] };
  const errors = error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  return { profile: null, errors };
}
