import { DatelineReader } from '../../../src/importer/parse/dates/dateline';
import { Findings } from '../../../src/importer/parse/findings';
import { headLength } from '../../../src/importer/parse/head-length';
import type { Site } from '../../../src/importer/profiles/compile-profile';
import { rows } from '../rows';
import { BBC, flowOf, GENERAL, JAPAN_NEWS, siteOf } from './sites';

const BELOW: Site = { ...GENERAL, profile: { ...GENERAL.profile, creditPosition: 'below' } };

function length(texts: readonly string[], site: Site = GENERAL, stated: string | null = null): number {
  const dates = new DatelineReader({ zones: {}, dateOrder: null, timezone: null });
  return headLength(flowOf(texts, site), { site, dates, findings: new Findings() }, stated);
}

const TEXT = 'The bell was kept. It rang.';
const LEAD = 'ASANAGI — The bell was kept. It rang.';
const HEADLINE = 'Bell of Lake Town Kept';

describe('lines above the text', () => {
  rows<[string[], number]>([
    [[], 0],
    [[TEXT], 0],
    [[HEADLINE], 1],
    [[HEADLINE, TEXT], 1],
    [[HEADLINE, HEADLINE.toUpperCase(), TEXT], 2],
    [[HEADLINE, 'Owls Sing', TEXT], 1],
    [['Home>Sports', 'Sports', 'Editorial', 'By Ana Lund', 'Staff Writer', '1 / 3', HEADLINE, TEXT], 7],
    [[HEADLINE, 'By Ana Lund', 'Staff Writer', TEXT], 3],
    [[HEADLINE, 'Staff Writer', TEXT], 1],
    [[HEADLINE, 'Home>Sports', TEXT], 2],
    [[HEADLINE, '1 / 3', TEXT], 2],
    [[HEADLINE, 'Reuters', 'A cat sleeps.', TEXT], 3],
    [[HEADLINE, 'A cat sleeps.', 'Reuters', TEXT], 4],
    [[HEADLINE, 'Image caption, A cat', TEXT], 2],
    [['Image caption, A cat. It sleeps.', HEADLINE, TEXT], 2],
    [[HEADLINE, 'A cat sleeps.', LEAD], 1],
  ])('of any site, %j: %s', (texts, expected) => {
    expect(length(texts)).toBe(expected);
  });

  rows<[string[], number]>([
    [['The Japan News', 'Sports', TEXT], 2],
    [[HEADLINE, 'Reuters', 'A cat sleeps.', TEXT], 3],
    [[HEADLINE, 'A cat sleeps.', 'Reuters', TEXT], 1],
    [[HEADLINE, 'A cat sleeps.', LEAD], 2],
    [[HEADLINE, 'A cat sleeps.', TEXT], 1],
    [[HEADLINE, 'A cat sleeps', LEAD], 1],
    [[HEADLINE, TEXT, LEAD], 1],
    [[HEADLINE, 'ASANAGI — A cat sleeps.', LEAD], 1],
    [[HEADLINE, 'A cat sleeps.'], 1],
    [[HEADLINE, 'A cat sleeps.', 'OSAKA —The bell was kept. It rang.'], 2],
    [[HEADLINE, 'A cat sleeps.', 'OSAKA– The bell was kept. It rang.'], 2],
    [[HEADLINE, 'A cat sleeps.', 'SEOUL (Jiji Press) — The bell was kept. It rang.'], 2],
    [[HEADLINE, 'A cat sleeps.', 'ISE, Mie — The bell was kept. It rang.'], 2],
    [[HEADLINE, 'A cat sleeps.', 'In ISE — The bell was kept. It rang.'], 1],
    [[HEADLINE, 'A cat sleeps.', 'OSAKA - The bell was kept. It rang.'], 1],
    [[HEADLINE, 'A cat sleeps.', 'Osaka — The bell was kept. It rang.'], 1],
  ])('of a site that sets credits above, %j: %s', (texts, expected) => {
    expect(length(texts, JAPAN_NEWS)).toBe(expected);
  });

  rows<[string[], number]>([
    [[HEADLINE, 'Reuters', 'A cat sleeps.', TEXT], 2],
    [[HEADLINE, 'A cat sleeps.', 'Reuters', TEXT], 3],
  ])('of a site that sets credits below, %j: %s', (texts, expected) => {
    expect(length(texts, BELOW)).toBe(expected);
  });

  it('begin with the headline that the carrier states, whatever its wording', () => {
    expect(length(['The bell is kept.', TEXT], GENERAL, 'THE BELL IS KEPT.')).toBe(1);
    expect(length(['The bell is kept.', TEXT], GENERAL, 'Owls sing')).toBe(0);
    expect(length(['The bell is kept.', TEXT], GENERAL)).toBe(0);
  });

  it('may name the publisher', () => {
    expect(length(['BBC News', HEADLINE, TEXT], BBC)).toBe(2);
    expect(length(['BBC News', TEXT], BBC)).toBe(1);
    expect(length(['The Guardian', TEXT], siteOf('the-guardian'))).toBe(1);
  });
});
