import { compileProfile, type Site } from './compile-profile';
import { GENERAL } from './general';
import { AL_JAZEERA, BBC_NEWS, THE_GUARDIAN, XINHUA, YOMIURI_ONLINE, YONHAP } from './other-sites';
import { THE_JAPAN_NEWS } from './the-japan-news';

/** The general reading, ready for the parser. */
export const GENERAL_SITE: Site = compileProfile(GENERAL, null);

const PROFILES = [THE_JAPAN_NEWS, YOMIURI_ONLINE, BBC_NEWS, THE_GUARDIAN, YONHAP, XINHUA, AL_JAZEERA];

/** The sites that copydesk knows, the general reading last. */
export const BUILT_IN_SITES: readonly Site[] = [
  ...PROFILES.map((profile) => compileProfile(profile, GENERAL)),
  GENERAL_SITE,
];
