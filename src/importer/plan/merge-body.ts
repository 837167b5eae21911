import { blockText } from '../normalise/blocks';
import type { Block } from '../records';
import { align, type Alignment } from './align';
import { mergeItems, type MergedList, type MergeRules, type Winner } from './merge-items';
import { canonical, sameValue } from './same-value';

interface Node {
  readonly type?: unknown;
  readonly children?: readonly Node[];
}

/** A text node without bold, italics or anything else: its neighbours of the same kind are one text with it. */
const isPlainText = (node: Node): boolean =>
  node.type === 'text' &&
  Object.entries(node).every(([name, value]) => name === 'type' || name === 'text' || value === false);

/** An editor may split a text in two without anybody seeing it. */
function joinTexts(children: readonly Node[]): readonly Node[] {
  if (!children.every(isPlainText)) return children;
  return [{ type: 'text', text: children.map(blockText).join('') } as Node];
}

function exactKey(block: Block): string {
  const { children } = block as Node;
  return canonical(children === undefined ? block : { ...block, children: joinTexts(children) });
}

/** What a block says, a line an item of a list, whatever it looks like; null for one that says nothing. */
function linesOf(block: Block): readonly string[] {
  const { type, children = [] } = block as Node;
  if (type === 'image') return [canonical(block)];
  if (type === 'list') return (children as readonly Block[]).flatMap(linesOf);
  const text = blockText(block).trim();
  if (text === '') return [];
  return [type === 'heading' ? `# ${text}` : text];
}

const saysSame = (theirs: Block, ours: Block): boolean => sameValue(linesOf(theirs), linesOf(ours));

const WORD = /[\p{L}\p{N}]+/gu;
const MIN_SHARED = 0.5;

function wordsOf(block: Block): ReadonlySet<string> {
  const text = blockText(block).toLowerCase();
  const words = text.match(WORD) ?? [];
  // Chinese and Japanese have no spaces: their characters are compared.
  return new Set(words.length * 8 < text.length ? Array.from(text) : words);
}

/** Whether two paragraphs share at least half of their words. */
function isRewrite(before: Block, after: Block): boolean {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared > 0 && (2 * shared) / (left.size + right.size) >= MIN_SHARED;
}

const RULES: MergeRules<Block> = {
  key: exactKey,
  becomes: (before, after, evenly) => evenly || isRewrite(before, after),
  isAlike: saysSame,
  join: (_base, theirs, ours, winner) => ({ item: winner === 'ours' ? ours : theirs, isConflict: true }),
  isJoint: false,
};

/** Whether two bodies are the same to the last detail, but for empty paragraphs. */
export function isSameBody(left: readonly Block[], right: readonly Block[]): boolean {
  if (sameValue(left, right)) return true;
  const [some, others] = [left, right].map((body) => body.filter((block) => linesOf(block).length > 0));
  if (some?.length !== others?.length) return false;
  return some?.every((block, at) => exactKey(block) === exactKey(others?.[at] as Block)) ?? false;
}

/** Whether two bodies say the same, whatever an editor made bold, linked or listed. */
export function isAlikeBody(left: readonly Block[], right: readonly Block[]): boolean {
  return sameValue(left.flatMap(linesOf), right.flatMap(linesOf));
}

/** Whether a body has no text and no picture; an empty blocks editor leaves one empty paragraph. */
export function isBlankBody(body: readonly Block[]): boolean {
  return body.every((block) => linesOf(block).length === 0);
}

/** What became of each paragraph of a body. */
export function alignBodies(before: readonly Block[], after: readonly Block[]): Alignment<Block> {
  return align(RULES, before, after);
}

/** Merges a body paragraph by paragraph. */
export function mergeBody(
  versions: readonly [readonly Block[], readonly Block[], readonly Block[]],
  winner: Winner,
): MergedList<Block> {
  return mergeItems(RULES, versions, winner);
}
