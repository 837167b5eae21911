import {
  mayFitTemplate,
  toTemplates,
  type LabelTemplate,
  type LabelTemplates,
  type Site,
} from '../profiles/compile-profile';
import { rememberedFor } from '../normalise/remember';
import type { Line } from './lines';

const HOST_WEIGHT = 10;
const LINE_WEIGHT = 2;
/** Under an address that no profile knows (a copy, a test server), three lines that only one site prints say whose page it is. */
const UNKNOWN_HOST = -5;
const MAX_SHAPE = 24;

/** What tells the sites apart, gathered over all of them: one look-up a line instead of one a line and site. */
export interface Evidence {
  readonly lines: ReadonlyMap<string, readonly number[]>;
  readonly templates: readonly { readonly own: LabelTemplates; readonly site: number }[];
  /** The templates of all sites, for a look that most lines do not pass. */
  readonly anyTemplate: LabelTemplates;
  readonly shapes: readonly { readonly shape: string; readonly site: number }[];
}

function evidenceOf(sites: readonly Site[]): Evidence {
  const lines = new Map<string, number[]>();
  sites.forEach(({ evidence }, site) => {
    for (const text of evidence) lines.set(text, [...(lines.get(text) ?? []), site]);
  });
  return {
    lines,
    templates: sites
      .map(({ ownTemplates }, site) => ({ own: ownTemplates, site }))
      .filter(({ own }) => own.all.length > 0),
    anyTemplate: toTemplates(sites.flatMap(({ ownTemplates }) => ownTemplates.all)),
    shapes: sites.flatMap(({ profile }, site) =>
      profile.datelineShapes.filter(({ length }) => length <= MAX_SHAPE).map((shape) => ({ shape, site })),
    ),
  };
}

/** Web archives put the address of a page behind their own: `https://web.archive.org/web/2025/https://…` */
const ARCHIVED = /^https?:\/\/(?:web\.)?archive\.[a-z]{2,5}\/.{0,60}?(https?:\/\/.+)$/i;

function hostOf(url: string | null): string | null {
  if (url === null) return null;
  const page = ARCHIVED.exec(url)?.[1] ?? url;
  return URL.canParse(page) ? new URL(page).hostname.toLowerCase() : null;
}

function isHostOf(host: string, { profile }: Site): boolean {
  return profile.hosts.some((name) => host === name || host.endsWith(`.${name}`));
}

function fitsTemplate(folded: string, { before, after }: LabelTemplate): boolean {
  return folded.length > before.length + after.length && folded.startsWith(before) && folded.endsWith(after);
}

/** A document whose address is another known site's is not this site's, whatever its lines say. */
function hostScores(host: string | null, sites: readonly Site[]): number[] {
  if (host === null) return sites.map(() => 0);
  const others = sites.some((site) => isHostOf(host, site)) ? -Infinity : UNKNOWN_HOST;
  return sites.map((site) => {
    if (site.profile.hosts.length === 0) return 0;
    return isHostOf(host, site) ? HOST_WEIGHT : others;
  });
}

export const NOBODY: readonly number[] = [];
const [ZERO, NINE] = [0x30, 0x39];

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Whether a line begins in a form in which `0` stands for any digit. */
function hasShape(folded: string, shape: string): boolean {
  for (let at = 0; at < shape.length; at += 1) {
    const code = folded.charCodeAt(at);
    if ((isDigit(code) ? ZERO : code) !== shape.charCodeAt(at)) return false;
  }
  return true;
}

/** The sites that a folded line speaks for; none where it is too long to be folded. */
export function sitesOf(folded: string, { lines, templates, anyTemplate, shapes }: Evidence): readonly number[] {
  if (folded === '') return NOBODY;
  const exact = lines.get(folded);
  if (exact !== undefined) return exact;
  const first = folded.charCodeAt(0);
  if (isDigit(first)) {
    const found = shapes.filter(({ shape }) => hasShape(folded, shape)).map(({ site }) => site);
    return found.length < 2 ? found : [...new Set(found)];
  }
  if (!mayFitTemplate(anyTemplate, folded)) return NOBODY;
  return templates
    .filter(({ own }) => own.all.some((template) => fitsTemplate(folded, template)))
    .map(({ site }) => site);
}

const gather = rememberedFor(evidenceOf);

/**
 * The site with the most evidence: the host of the URL, lines that only this site prints, the form of its datelines.
 *
 * @param sites the general reading last
 * @returns the general reading where there is no evidence
 */
export function chooseSite(sites: readonly Site[], lines: readonly Line[], url: string | null): Site | undefined {
  const host = hostOf(url);
  const scores = hostScores(host, sites);
  const evidence = gather(sites);
  for (const { wording } of lines) {
    for (const site of wording.sitesIn(evidence)) scores[site] = (scores[site] ?? 0) + LINE_WEIGHT;
  }
  const best = Math.max(...scores);
  return best <= 0 ? sites.at(-1) : sites[scores.indexOf(best)];
}
