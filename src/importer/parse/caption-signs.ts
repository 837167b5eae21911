/** What tells a caption from a headline where neither ends with a full stop. */

/** `…, left, shakes hands …`, `The lake is seen …`, `… in this photo`: only captions say so. */
const CERTAIN =
  /\b(?:is|are|was|were|as) (?:seen|pictured|shown)\b|(?:, |\()(?:far |front |back |top |bottom )?(?:left|right|center|centre|second from (?:left|right)|third from (?:left|right)|foreground|background)(?=[,)]|$)|\b[Ff]rom (?:top |bottom |far )?left\b|\b(?:this|an?) (?:undated |combination |composite |handout |file )?(?:photo|picture|photograph)\b|\bfile photo\b/;
/** In sentence case only: an article at the beginning, a day or a month at the end. */
const LIKELY =
  /^(?:An?|The) |\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:in|on) (?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?: \d{1,2})?(?:,? (?:19|20)\d\d)?$/;
const INNER_ARTICLE = / (?:a|an|the) /;
/** `The Foreign Ministry in Tokyo`, `Osaka District Court`: what a picture shows, without anything that happens. */
const PLACE_IN = /^The (?:\S+ ){1,4}(?:in|at|near|of) \p{Lu}\S*(?: \p{Lu}\S*)?$/u;
const PLACE_NAME =
  /^(?:\p{Lu}\S* ){1,2}(?:Building|Office|Court|Ministry|Agency|Exchange|Headquarters|Station|Airport|Hospital|University|Palace|Garden|Park|Museum|Castle|Hall|Tower|Bridge)$/u;

/** Whether the wording says that a line is the text of a picture. */
export function saysCaption(text: string): boolean {
  return CERTAIN.test(text);
}

/** Whether a line set like a headline names a place only, as captions of file photos do. */
export function namesPlace(text: string): boolean {
  return PLACE_IN.test(text) || PLACE_NAME.test(text);
}

/**
 * Whether a line in sentence case is more likely a caption than a headline, on a site that sets its headlines in title case.
 *
 * @param others what else speaks against a headline: the page's lists are in title case, say
 */
export function readsAsCaption(text: string, others: boolean): boolean {
  return LIKELY.test(text) || (others && INNER_ARTICLE.test(text));
}
