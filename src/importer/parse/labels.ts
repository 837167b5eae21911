import type { RankingScope, RankingWindow } from '../documents';
import { foldText } from '../normalise/fold';
import { mayFitTemplate, type Label, type LabelTemplate, type Site } from '../profiles/compile-profile';
import { mayHoldWindow, withoutWindow } from '../profiles/windows';
import type { Line } from './lines';

/** A line as far as its wording goes. */
type Wording = Pick<Line, 'text' | 'folded'>;

/** The heading of a ranking list, as read. `own` says that it's the site's own label, not one that many sites use. */
export interface RankingHeading {
  readonly kind: 'ranking';
  readonly title: string;
  readonly scope: RankingScope;
  readonly articleSection: string | null;
  readonly window: RankingWindow | null;
  readonly own: boolean;
  /** What the profile calls the list; null where it says nothing. */
  readonly key: string | null;
}

/** What a line is by its wording alone. */
export type LineLabel = RankingHeading | Exclude<Label, { readonly kind: 'ranking' }>;

/** Marks that pages set around a heading: `■ アクセスランキング`, `【関連記事】`, `Most Popular:` */
const DECORATION = /^[\s【[《<■□◆◇●○▼▽▶►*#:]+|[\s】\]》>■□◆◇●○▼▽▶►*:]+$/g;
const DECORATED = /^[【[《<■□◆◇●○▼▽▶►*#:]|[】\]》>■□◆◇●○▼▽▶►*:]$/;
const MAX_SECTION = 40;
const NO_SECTION = /^(?:the|our|all|most|more|related|today's|these|those|other|my|your)\b|[.!?。！？:："]/;

function headingOf(label: Label, line: Wording, articleSection: string | null, window?: RankingWindow): LineLabel {
  if (label.kind !== 'ranking') return label;
  const { scope, own, key } = label;
  return { kind: 'ranking', title: line.text, scope, articleSection, window: window ?? label.window, own, key };
}

/** `年間アクセスランキング`, `Today's most popular`: no section, but the whole site over some time. */
const WHOLE_SITE = new Set([
  ...[
    '年間',
    '上半期',
    '下半期',
    '昨日',
    '昨日の',
    '前日の',
    '総合',
    '全体',
    '最新',
    '記事',
    'ニュース',
    '新着',
    'リアルタイム',
  ],
  ...[
    'annual',
    'yearly',
    'overall',
    'all-time',
    'all time',
    'site',
    'website',
    'readers',
    'online',
    'hourly',
    'real-time',
    'live',
  ],
]);

/** A name in quotation marks or brackets: `"politics"`, `「政治」`. */
const QUOTED = /^["'「『]([^"'「『」』]+)["'」』]$/;

/** The section's name as printed, where the line has the template's form. */
function sectionIn(site: Site, { before, after }: LabelTemplate, key: string, line: Wording): string | null {
  if (!key.startsWith(before) || !key.endsWith(after)) return null;
  const name = key
    .slice(before.length, key.length - after.length)
    .trim()
    .replace(QUOTED, '$1');
  // `Other Sports` and `U.S. & Canada` are sections, and `All-Time` is a time, though other names of that form are none.
  const isKnown = site.sections.has(name) || WHOLE_SITE.has(name);
  if (name === '' || name.length > MAX_SECTION || (NO_SECTION.test(name) && !isKnown)) return null;
  const at = line.folded.length === line.text.length ? line.folded.indexOf(name, before.trimStart().length) : -1;
  return at < 0 ? name : line.text.slice(at, at + name.length);
}

function byTemplate(site: Site, key: string, line: Wording, window?: RankingWindow): LineLabel | null {
  if (!mayFitTemplate(site.templates, key)) return null;
  for (const template of site.templates.all) {
    const section = sectionIn(site, template, key, line);
    if (section !== null && WHOLE_SITE.has(section.toLowerCase())) return ofWholeSite(template.label, line, window);
    if (section !== null) return headingOf(template.label, line, section, window);
  }
  return null;
}

function ofWholeSite(label: Label, line: Wording, window?: RankingWindow): LineLabel {
  const heading = headingOf(label, line, null, window);
  return heading.kind === 'ranking' ? { ...heading, scope: 'site' } : heading;
}

/** `今週のアクセスランキング` is the site's list of a week, and no list of the section `今週の`; a section that is known stays one. */
function weighed(site: Site, line: Wording): LineLabel | null {
  const found = lookUp(site, line.folded, line);
  if (found?.kind !== 'ranking' || found.articleSection === null) return found ?? byWindow(site, line);
  const section = foldText(found.articleSection);
  if (site.sections.has(section) || !mayHoldWindow(found.articleSection)) return found;
  const dated = byWindow(site, line);
  if (dated !== null && !isTitle(site, section, dated)) return dated;
  return OTHER_TIME.test(section) ? { ...found, scope: 'site', articleSection: null } : found;
}

/** `10日間アクセスランキング`: a time of the whole site that is no window, and no section either. */
const OTHER_TIME =
  /^(?:過去|直近|past |last )?(?:\d{1,3}|[一二三四五六七八九十数]{1,3})[ -]?(?:時間|日間?|週間?|[かヶヵカ]月間?|年間|days?|weeks?|months?)の?$/;
const TITLE = / (?:today|daily|week|weekly|month|monthly)$/;

/** `USA Today Most Popular`: the word of time is a part of a name, where it does not follow a section that is known. */
function isTitle(site: Site, section: string, dated: LineLabel): boolean {
  if (dated.kind !== 'ranking' || dated.articleSection === null) return false;
  return TITLE.test(section) && !site.sections.has(foldText(dated.articleSection));
}

function lookUp(site: Site, key: string, line: Wording, window?: RankingWindow): LineLabel | null {
  const exact = site.labels.get(key);
  return exact === undefined ? byTemplate(site, key, line, window) : headingOf(exact, line, null, window);
}

function byWindow(site: Site, line: Wording): LineLabel | null {
  const stripped = withoutWindow(line.folded);
  if (stripped === null || stripped.label === '') return null;
  const label = lookUp(site, stripped.label, line, stripped.window);
  return label?.kind === 'ranking' ? label : null;
}

function byPrefix(site: Site, folded: string): LineLabel | null {
  const found = site.furniturePrefixes.get(folded.charAt(0))?.find(([prefix]) => folded.startsWith(prefix));
  return found === undefined ? null : { kind: 'furniture', name: found[1] };
}

/** Longer lines are no headings; furniture that is known by its beginning may be longer. */
const MAX_HEADING = 60;

/**
 * What a line is by its wording: a heading of a list, a label of tags, furniture. A label counts only as a whole line.
 *
 * @returns null for text
 */
export function labelOf(site: Site, line: Wording): LineLabel | null {
  const { folded } = line;
  if (folded === '') return null;
  if (folded.length > MAX_HEADING)
    return site.labels.get(folded) === undefined ? byPrefix(site, folded) : lookUp(site, folded, line);
  const found = weighed(site, line) ?? byPrefix(site, folded);
  if (found !== null || !DECORATED.test(folded)) return found;
  const bare = folded.replace(DECORATION, '');
  return bare === '' || bare.startsWith('"') ? null : lookUp(site, bare, line);
}
