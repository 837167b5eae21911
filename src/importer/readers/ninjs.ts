import type { BodyBlock, Photo, ReadDocument } from '../documents';
import { toReadDocument, type Carrier } from './carrier';
import { withoutReferences } from './html-dom';
import { authorsOf, textOf, toStatedFields } from './stated-fields';

type JsonObject = Readonly<Record<string, unknown>>;

const objectsIn = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((item): item is JsonObject => typeof item === 'object' && item !== null) : [];

/** Whether a record is IPTC ninjs: `uri` with headlines and bodies (3), or with `headline` and `body_text` (1 and 2). */
export function isNinjs(record: JsonObject): boolean {
  if (typeof record.uri !== 'string') return false;
  return (
    Array.isArray(record.headlines) || Array.isArray(record.bodies) || 'body_text' in record || 'body_xhtml' in record
  );
}

/** The first text of ninjs 3's `[{ role, value }]`, the given roles before others. */
function valueOf(list: unknown, ...roles: readonly string[]): string | undefined {
  const items = objectsIn(list);
  const chosen =
    roles.map((role) => items.find((item) => item.role === role)).find((item) => item !== undefined) ?? items[0];
  return textOf(chosen?.value);
}

const BLOCK_END = /<\/(?:p|h[1-6]|li|div|blockquote)>|<br ?\/?>/gi;
const HEADING = /<h[2-6]\b/i;
const TAG = /<[^<>]{1,2000}>/g;
/** The paragraphs of a body, from its mark-up or its lines. */
function blocksOf(value: string, isMarkup: boolean): readonly BodyBlock[] {
  const parts = isMarkup ? value.split(BLOCK_END) : value.split(/\r\n|\n|\r/);
  return parts.flatMap((part): readonly BodyBlock[] => {
    const text = textOf(isMarkup ? withoutReferences(part.replace(TAG, '')) : part);
    if (text === undefined) return [];
    return [{ type: isMarkup && HEADING.test(part) ? 'heading' : 'paragraph', text }];
  });
}

function bodyOf(record: JsonObject): readonly BodyBlock[] {
  const bodies = objectsIn(record.bodies);
  const body =
    bodies.find(({ contentType, contenttype }) => /html/.test(String(contentType ?? contenttype))) ?? bodies[0];
  const markup = body === undefined ? record.body_xhtml : undefined;
  if (typeof markup === 'string') return blocksOf(markup, true);
  const value = body?.value ?? record.body_text;
  if (typeof value !== 'string') return [];
  return blocksOf(value, /html/.test(String(body?.contentType ?? body?.contenttype ?? '')));
}

function photosOf(record: JsonObject): readonly Photo[] {
  const associations = Array.isArray(record.associations)
    ? objectsIn(record.associations)
    : objectsIn(Object.values((record.associations ?? {}) as JsonObject));
  return associations
    .filter(({ type }) => type === 'picture')
    .map((item) => {
      const caption = valueOf(item.descriptions, 'caption') ?? textOf(item.description_text) ?? valueOf(item.headlines);
      return { caption: caption ?? null, creditText: textOf(item.by ?? item.byline ?? item.copyrightHolder) ?? null };
    });
}

function tagsOf(record: JsonObject): readonly string[] {
  return objectsIn(record.subjects ?? record.subject).flatMap(({ name }) => textOf(name) ?? []);
}

/** Reads an IPTC ninjs item, version 3 or the ones before. */
export function readNinjs(record: JsonObject, carrier: Carrier): ReadDocument {
  const { path, capturedAt } = carrier;
  const raw = JSON.stringify(record, null, 1);
  const uri = String(record.uri);
  const source = {
    path,
    bytes: new TextEncoder().encode(raw),
    url: textOf(record.url) ?? carrier.url,
    capturedAt,
    recordId: uri,
  };
  const stated = toStatedFields({
    headline: valueOf(record.headlines, 'main', 'headline') ?? record.headline,
    authors: authorsOf(record.by ?? record.byline ?? objectsIn(record.infosources).map(({ name }) => name)),
    published:
      record.contentCreated ??
      record.contentcreated ??
      record.firstCreated ??
      record.versionCreated ??
      record.versioncreated,
    modified: record.contentModified ?? record.contentmodified,
    section: objectsIn(record.genres ?? record.genre)[0]?.name,
    language: record.language,
    tags: tagsOf(record),
    photos: photosOf(record),
    body: bodyOf(record),
  });
  return toReadDocument(source, 'utf-8', { text: '', raw, stated }, []);
}
