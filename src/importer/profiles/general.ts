import type { Profile } from './profile';

/** The reading of a document of an unknown site: general evidence alone. */
export const GENERAL: Profile = {
  id: 'general',
  publisher: null,
  rankings: [{ label: 'most popular', scope: 'site', window: null }],
  tagLabels: ['tags', 'related tags'],
  furniture: {},
};
