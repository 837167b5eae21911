import { parseHTML } from 'linkedom';

/** As much of the DOM as the readers use; the types of browsers would bring `window` and `document` into the whole core. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly children: Iterable<HtmlElement>;
  readonly parentElement: HtmlElement | null;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement | null;
  readonly body: HtmlElement | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

const ROOT = /<html[\s>]/i;
const DOCTYPE = /^\s{0,200}<!doctype[^>]{0,400}>/i;
const MAX_BEFORE_ROOT = 8192;

/** A part of a page, as records hold it, gets the elements around it that browsers add. */
function asPage(html: string): string {
  if (ROOT.test(html.slice(0, MAX_BEFORE_ROOT))) return html;
  const part = html.replace(DOCTYPE, '');
  return /<body[\s>]/i.test(part) ? `<html>${part}</html>` : `<html><body>${part}</body></html>`;
}

const parse = (html: string): HtmlDocument =>
  (parseHTML(html) as unknown as { readonly document: HtmlDocument }).document;

/** Parses a page, or a part of one. No script in it runs. A page without any whole element is text, and is read as such. */
export function parseHtml(html: string): HtmlDocument {
  const document = parse(asPage(html));
  return document.documentElement === null ? parse(`<html><body>${html}</body></html>`) : document;
}

/** A text with its character references read: `&amp;` → `&`. Mark-up in it stays text. */
export function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return parseHtml(`<html><body>${text.replaceAll('<', '&lt;')}</body></html>`).body?.textContent ?? text;
}
