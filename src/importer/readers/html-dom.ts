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

const parse = (html: string): HtmlDocument =>
  (parseHTML(html) as unknown as { readonly document: HtmlDocument }).document;

/** Parses a page. No script in it runs. Text without any element is the text of a page as well. */
export function parseHtml(html: string): HtmlDocument {
  const document = parse(html);
  return document.documentElement === null ? parse(`<html><body>${html}</body></html>`) : document;
}
