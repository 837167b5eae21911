import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Diagnostic } from '../importer/documents';
import { recordsFromText } from '../importer/records-from-text';
import type { ArticleFields, ArticleRecord, DocumentRecord } from '../importer/records';
import { ensureTags } from '../stores/tags';
import { isBlank, isBlankBody, isUntouchedRelation, textOf, type Data } from './blank';

/** A pasted document with the one article it holds. */
export type PastedDocument = DocumentRecord & { readonly article: ArticleRecord };

function refuse(message: string): never {
  throw new errors.ValidationError(message, { errors: [{ path: ['source'], message, name: 'ValidationError' }] });
}

function describe({ code, line, message }: Diagnostic): string {
  return `${message} (${code}${line === null ? '' : `, line ${line}`})`;
}

function explain(records: readonly DocumentRecord[]): string {
  const reasons = records.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'));
  const detail = reasons.length === 0 ? '' : `: ${reasons.map(describe).join('; ')}`;
  return `The pasted text could not be read as an article${detail}. It is not saved; correct it and save again.`;
}

/**
 * Reads what an editor pasted.
 *
 * @param text one document with one article
 * @throws ValidationError, shown beside the field, where the text holds no article or several: nothing is saved then, and the text is
 * still in the form
 */
export function readPaste(text: string, importedAt: string): PastedDocument {
  const records = recordsFromText(text, { path: 'paste', importedAt });
  const withArticle = records.filter((record): record is PastedDocument => record.article !== null);
  const [only, ...others] = withArticle;
  if (only !== undefined && others.length === 0) {
    return { ...only, rankingLists: records.flatMap(({ rankingLists }) => rankingLists) };
  }
  if (only !== undefined) {
    return refuse(`The pasted text holds ${withArticle.length} articles. Paste one at a time, or import the file.`);
  }
  if (records.some(({ rankingLists }) => rankingLists.length > 0)) {
    return refuse('The pasted text holds ranking lists only, no article. Import the file to store its lists.');
  }
  return refuse(explain(records));
}

/** The date and its precision are one statement: an editor's date is never told apart by a pasted precision. */
const TOGETHER: Readonly<Partial<Record<keyof ArticleFields, keyof ArticleFields>>> = {
  datePublishedPrecision: 'datePublished',
};

/**
 * Fills the fields that are blank with those of a pasted document.
 *
 * @param data what is written
 * @param stored the article as it is now, with its photos, authors and tags; `{}` for a new one
 * @returns the filled fields only
 */
export async function fillFromPaste(
  strapi: Core.Strapi,
  { article: { fields } }: PastedDocument,
  data: Data,
  stored: Data,
): Promise<Data> {
  const isEmpty = (name: string): boolean => {
    const value = name in data && !isUntouchedRelation(data[name]) ? data[name] : stored[name];
    return name === 'body' ? isBlankBody(value) : isBlank(value);
  };
  const names = (Object.keys(fields) as (keyof ArticleFields)[]).filter((name) => isEmpty(TOGETHER[name] ?? name));
  const filled = names.filter((name) => name !== 'tags' && !isBlank(fields[name])).map((name) => [name, fields[name]]);
  const tags = names.includes('tags') ? [...(await ensureTags(strapi, fields.tags)).values()] : [];
  return { ...Object.fromEntries(filled), ...(tags.length === 0 ? {} : { tags: { set: tags } }) };
}

/** The pasted text, null where nothing was pasted. */
export function pastedText(data: Data): string | null {
  return textOf(data.source) === null ? null : String(data.source);
}
