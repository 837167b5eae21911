/** None of these: nothing to clean, and `\n` alone ends the lines. */
const NOT_PLAIN =
  // eslint-disable-next-line no-control-regex -- tells texts with control characters from the rest
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\ufeff\ud800-\udfff]/;

/** Whether a text has no control, invisible or odd white space in it: most texts are so plain. */
export function isPlainText(text: string): boolean {
  return !NOT_PLAIN.test(text);
}
