/**
 * A list of phrases, written as one text with a bar between two of them: long lists stay readable.
 *
 * @param text phrases with `|` between them, over any number of lines
 */
export function phrases(text: string): readonly string[] {
  return text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
