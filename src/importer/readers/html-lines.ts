import type { HtmlDocument, HtmlElement, HtmlNode } from './html-dom';

/** A page's lines as a person sees them: a block element each, list items with their marks. */

const HIDDEN = new Set([
  ...[
    'script',
    'style',
    'noscript',
    'template',
    'svg',
    'iframe',
    'object',
    'select',
    'button',
    'form',
    'input',
    'head',
  ],
  ...['nav', 'dialog', 'video', 'audio', 'canvas'],
]);

const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figcaption',
    'figure',
    'footer',
    'h1',
  ],
  ...[
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'html',
    'li',
    'main',
    'ol',
    'p',
    'pre',
    'section',
    'summary',
    'table',
    'tbody',
  ],
  ...['td', 'th', 'thead', 'tr', 'ul', 'time', 'br', 'figcaption'],
]);

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const isHidden = (element: HtmlElement): boolean =>
  HIDDEN.has(element.localName) || element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true';

/** The text of an element without that of scripts and other hidden elements; null for no element. */
export function textIn(element: HtmlElement | null): string | null {
  if (element === null) return null;
  return [...element.childNodes]
    .map((node) => {
      if (node.nodeType === TEXT_NODE) return node.textContent ?? '';
      if (node.nodeType !== ELEMENT_NODE || isHidden(node as HtmlElement)) return '';
      return (node as HtmlElement).localName === 'br' ? ' ' : (textIn(node as HtmlElement) ?? '');
    })
    .join('');
}

/** Collects lines while the tree is walked; its state lives within one call of `linesOf`. */
class LineCollector {
  readonly lines: string[] = [];
  private open = '';
  private mark = '';

  walk(node: HtmlNode): void {
    if (node.nodeType === TEXT_NODE) this.open += node.textContent ?? '';
    else if (node.nodeType === ELEMENT_NODE && !isHidden(node as HtmlElement)) this.walkElement(node as HtmlElement);
  }

  private walkElement(element: HtmlElement): void {
    const isBlock = BLOCKS.has(element.localName);
    if (isBlock) this.end();
    if (element.localName === 'li') this.mark = markOf(element);
    for (const child of element.childNodes) this.walk(child);
    if (isBlock) this.end();
    if (element.localName === 'li') this.mark = '';
  }

  /** The first line of a list item has its mark. */
  end(): void {
    const text = this.open.replace(/\s+/g, ' ').trim();
    this.open = '';
    if (text === '') return;
    this.lines.push(`${this.mark}${text}`);
    this.mark = '';
  }
}

function markOf(item: HtmlElement): string {
  const list = item.parentElement;
  if (list?.localName !== 'ol') return '- ';
  const place = [...list.children].filter(({ localName }) => localName === 'li').indexOf(item);
  const start = Number(list.getAttribute('start') ?? '1');
  return `${(Number.isInteger(start) ? start : 1) + place}. `;
}

/** The lines of a page, from its body. */
export function linesOf(document: HtmlDocument): readonly string[] {
  const collector = new LineCollector();
  const { body, documentElement } = document;
  // A page whose body is torn has its text beside an empty one.
  const root = (body?.textContent ?? '').trim() === '' ? documentElement : body;
  if (root !== null) collector.walk(root);
  collector.end();
  return collector.lines;
}
