/** Words that are long enough to take a capital in a headline; of three letters, those that have one (`Win`, but no article). */
const WORD = /[A-Za-z][A-Za-z'’-]{3,}|\b(?!The\b)[A-Z][a-z]{2}\b/g;
const LOWER = /^[a-z](?!\w*[A-Z])/;
/** Headlines set these in lower case: `Cherry Blossoms Open along Asanagi River`. */
const SMALL_WORDS = new Set(
  (
    'about above across after against ahead along amid among amongst around aside atop away because before behind below beneath ' +
    'beside besides between beyond despite down during either else except following from inside instead into like near nearly ' +
    'neither next onto over past plus rather round since some still than that their them then these they this those though ' +
    'through throughout till toward towards under underneath unless unlike until upon versus very when where which while whose ' +
    'will with within without would'
  ).split(' '),
);
/** `speaks`, `seen`, `wearing`, `headquarters`: verbs and plurals, which a headline never sets in lower case. */
const DECISIVE = /(?:s|ed|ing|seen|held|taken)$/;
/** A Japanese word may stay in lower case: `Onosato Promoted to yokozuna after Natsu Basho Win`. */
const CAPITALS_FOR_ONE = 5;

/** Whether the text is set like an English headline, `Mayor to Open Archives`; other scripts count as such. */
export function isTitleCase(text: string): boolean {
  let capitals = 0;
  let small = 0;
  for (const word of text.match(WORD) ?? []) {
    if (!LOWER.test(word)) capitals += 1;
    else if (SMALL_WORDS.has(word)) continue;
    else if (DECISIVE.test(word)) return false;
    else small += 1;
  }
  return capitals >= small * CAPITALS_FOR_ONE;
}
