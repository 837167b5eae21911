import type { Block } from '../records';
import { alignBodies } from './merge-body';

/** A paragraph that comes, goes or changes; `number` counts from 1 in the body as it is, or as it becomes where it's new. */
export interface ParagraphChange {
  readonly number: number;
  readonly was: Block | null;
  readonly becomes: Block | null;
}

const toBody = (value: unknown): readonly Block[] => (Array.isArray(value) ? (value as readonly Block[]) : []);

/** What differs between two bodies, paragraph by paragraph. */
export function paragraphChanges(before: unknown, after: unknown): readonly ParagraphChange[] {
  const [was, becomes] = [toBody(before), toBody(after)];
  const { versions, inserted } = alignBodies(was, becomes);
  const changes: ParagraphChange[] = [];
  const insert = (blocks: readonly Block[]): void => {
    for (const block of blocks) changes.push({ number: becomes.indexOf(block) + 1, was: null, becomes: block });
  };
  was.forEach((block, at) => {
    insert(inserted[at] ?? []);
    const version = versions[at] ?? null;
    if (version !== block) changes.push({ number: at + 1, was: block, becomes: version });
  });
  insert(inserted[was.length] ?? []);
  return changes;
}
