import type { RankingScope, RankingWindow } from '../documents';

/** How a site heads one kind of ranking list. `label` is matched against a whole line, typography and case folded. */
export interface RankingLabel {
  /** The folded line; `{section}` stands for the section's name. */
  readonly label: string;
  readonly scope: RankingScope;
  readonly window: RankingWindow | null;
}

/** A site, as data. */
export interface Profile {
  readonly id: string;
  /** Name of the publisher; null for the general reading. */
  readonly publisher: string | null;
  readonly rankings: readonly RankingLabel[];
  /** Folded lines that head the page's own tags. */
  readonly tagLabels: readonly string[];
  /** Folded lines that are dropped wherever they stand, with the name under which they are reported. */
  readonly furniture: Readonly<Record<string, string>>;
}
