import type { Site } from '../profiles/compile-profile';
import type { Line } from './lines';

const HOST_WEIGHT = 10;
const LINE_WEIGHT = 2;
const MAX_SHAPE = 24;

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname.toLowerCase();
}

function isHostOf(host: string, { profile }: Site): boolean {
  return profile.hosts.some((name) => host === name || host.endsWith(`.${name}`));
}

const shapeOf = (line: Line): string => line.folded.slice(0, MAX_SHAPE).replace(/\d/g, '0');

function scoreOf(site: Site, lines: readonly Line[], host: string | null): number {
  let score = host !== null && isHostOf(host, site) ? HOST_WEIGHT : 0;
  if (site.evidence.size === 0) return score;
  for (const line of lines) {
    if (site.evidence.has(line.folded) || isOwnTemplate(site, line.folded)) score += LINE_WEIGHT;
    else if (/^\d/.test(line.folded) && site.profile.datelineShapes.some((shape) => shapeOf(line).startsWith(shape))) {
      score += LINE_WEIGHT;
    }
  }
  return score;
}

/** A heading with quotes around the section, say, is a site's own. */
function isOwnTemplate({ ownTemplates }: Site, folded: string): boolean {
  return ownTemplates.some(
    ({ before, after }) => folded.length > before.length + after.length && folded.startsWith(before) && folded.endsWith(after),
  );
}

/**
 * The site with the most evidence: the host of the URL, lines that only this site prints, the form of its datelines.
 *
 * @param sites the general reading last
 * @returns the general reading where there is no evidence
 */
export function chooseSite(sites: readonly Site[], lines: readonly Line[], url: string | null): Site | undefined {
  const host = hostOf(url);
  const scores = sites.map((site) => scoreOf(site, lines, host));
  const best = Math.max(...scores);
  return best === 0 ? sites.at(-1) : sites[scores.indexOf(best)];
}
