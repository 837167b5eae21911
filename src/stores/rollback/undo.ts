import type { Core } from '@strapi/strapi';
import type { Session } from '../bulk/sessions/session';
import type { ChangeSchema } from '../changes/change-schema';

/** What the parts of one step of a rollback work with. */
export interface Undo {
  readonly strapi: Core.Strapi;
  readonly session: Session;
  readonly schema: ChangeSchema;
  /** The run that is taken back. */
  readonly runId: string;
}

/** Why an entry stays as it is. */
export type KeptBecause = 'edited-since' | 'deleted-since' | 'imported-since';

/** An entry that a rollback leaves alone. */
export interface KeptEntry {
  readonly uid: string;
  readonly documentId: string;
  readonly because: KeptBecause;
}

/** What one step has done, in entries. */
export interface UndoneCounts {
  readonly articlesRemoved: number;
  readonly articlesRestored: number;
  readonly listsRemoved: number;
  readonly listsRestored: number;
  readonly tagsRemoved: number;
  readonly sourcesRemoved: number;
  readonly sourcesRestored: number;
}

export const NOTHING_UNDONE: UndoneCounts = {
  ...{ articlesRemoved: 0, articlesRestored: 0, listsRemoved: 0, listsRestored: 0 },
  ...{ tagsRemoved: 0, sourcesRemoved: 0, sourcesRestored: 0 },
};

export interface Undone {
  readonly counts: UndoneCounts;
  readonly kept: readonly KeptEntry[];
}
