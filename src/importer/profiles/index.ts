import { GENERAL } from './general';
import type { Profile } from './profile';
import { THE_JAPAN_NEWS } from './the-japan-news';

export { GENERAL } from './general';
export type { Profile, RankingLabel } from './profile';

/** The sites that copydesk knows, the general reading last. */
export const BUILT_IN_PROFILES: readonly Profile[] = [THE_JAPAN_NEWS, GENERAL];
