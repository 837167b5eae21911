import { parse } from 'yaml';
import type { BodyBlock, Diagnostic, ReadDocument, SourceDocument, StatedFields } from '../documents';
import { diagnostic } from '../diagnostics';
import { toReadDocument } from './carrier';
import { decode } from './decode';
import { authorsOf, textOf, textsOf, toStatedFields } from './stated-fields';

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const MAX_ALIASES = 100;

type FrontMatter = Readonly<Record<string, unknown>>;

function frontMatterOf(text: string): { readonly front: FrontMatter; readonly diagnostics: readonly Diagnostic[] } {
  try {
    const value: unknown = parse(text, { maxAliasCount: MAX_ALIASES, schema: 'core' });
    if (typeof value === 'object' && value !== null) return { front: value as FrontMatter, diagnostics: [] };
    return { front: {}, diagnostics: [diagnostic('invalid-front-matter', { line: 1, actual: text.slice(0, 80) })] };
  } catch (error) {
    const actual = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { front: {}, diagnostics: [diagnostic('invalid-front-matter', { line: 1, actual })] };
  }
}

const first = (front: FrontMatter, ...keys: readonly string[]): unknown =>
  keys.map((key) => front[key]).find((value) => value !== undefined);

/** Marks of emphasis, links and pictures; the text in them stays. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[([^\]]{0,500})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/\[([^\]]{1,500})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_]{1,2000})\1/g, '$2')
    .replace(/(?<![\w*])[*_](?=\S)([^*_]{1,2000})[*_](?![\w*])/g, '$1')
    .replace(/`([^`]{1,500})`/g, '$1');
}

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*#*$/;
const QUOTED = /^(?:> ?){1,8}/;
const LIST_ITEM = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** Paragraphs are joined to one line each, as Markdown means them; list items and headings keep theirs. */
function blocksOf(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let open = false;
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    const text = line.trim().replace(QUOTED, '');
    const alone = HEADING.test(text) || LIST_ITEM.test(text);
    if (text !== '' && open && !alone) blocks.push(`${blocks.pop() ?? ''} ${text}`);
    else if (text !== '') blocks.push(text);
    open = text !== '' && !HEADING.test(text);
  }
  return blocks;
}

interface MarkdownBody {
  readonly headline: string | undefined;
  readonly lines: readonly string[];
}

function bodyOf(markdown: string): MarkdownBody {
  const blocks = blocksOf(markdown);
  const title = blocks.findIndex((block) => block.startsWith('# '));
  const lines = blocks.map((block) => plain(HEADING.exec(block)?.[2] ?? block));
  return { headline: title < 0 ? undefined : lines[title], lines };
}

/** Sub-heads are stated by their marks where the text has no lists: then nothing is left for the parser to find out. */
function statedBody(markdown: string): readonly BodyBlock[] | undefined {
  const blocks = blocksOf(markdown);
  if (blocks.some((block) => LIST_ITEM.test(block)) || !blocks.some((block) => /^#{2,6} /.test(block)))
    return undefined;
  return blocks
    .filter((block) => !block.startsWith('# '))
    .map((block) => ({
      type: HEADING.test(block) ? 'heading' : 'paragraph',
      text: plain(HEADING.exec(block)?.[2] ?? block),
    }));
}

function statedBy(front: FrontMatter, body: MarkdownBody, blocks: readonly BodyBlock[] | undefined): StatedFields {
  const { description: _, ...said } = front;
  return toStatedFields({
    headline: first(said, 'headline', 'title') ?? body.headline,
    kicker: said.kicker,
    authors: authorsOf(first(said, 'authors', 'author', 'byline')),
    published: first(said, 'datePublished', 'date', 'published', 'pubDate'),
    modified: first(said, 'dateModified', 'updated', 'modified', 'lastmod'),
    section: first(said, 'articleSection', 'section', 'category'),
    language: first(said, 'inLanguage', 'lang', 'language'),
    tags: textsOf(first(said, 'tags', 'keywords')),
    ...(blocks === undefined ? {} : { body: blocks }),
  });
}

/**
 * Reads Markdown with YAML front matter. `title`, `date`, `updated`, `authors`, `tags`, `section`, `lang` and `url` (or schema.org's
 * names) are stated fields; `#` is the headline, `##` a sub-head, a paragraph may run over several lines.
 */
export function readMarkdown(source: SourceDocument, charset: string | null = null): ReadDocument {
  const { text: raw, encoding, diagnostics } = decode(source.bytes, charset);
  if (encoding === null) return toReadDocument(source, encoding, { text: '' }, diagnostics);
  const [whole = '', yaml] = FRONT_MATTER.exec(raw) ?? [];
  const { front, diagnostics: found } = yaml === undefined ? { front: {}, diagnostics: [] } : frontMatterOf(yaml);
  const markdown = raw.slice(whole.length);
  const body = bodyOf(markdown);
  const stated = statedBy(front, body, statedBody(markdown));
  const url = textOf(first(front, 'url', 'canonical', 'link')) ?? source.url;
  return toReadDocument(source, encoding, { text: body.lines.join('\n'), raw, stated, url }, [
    ...diagnostics,
    ...found,
  ]);
}
