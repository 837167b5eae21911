import { isPlainText } from '../../../src/importer/normalise/plain-text';
import { readText } from '../../../src/importer/readers/read-text';
import { rows } from '../rows';

const read = (bytes: Uint8Array) =>
  readText({ path: 'page.txt', bytes, url: null, capturedAt: null, recordId: null }).isPlain;

describe('a document that is known to be plain', () => {
  rows(['Cats\nand dogs', '“Cats” — 猫', ''])('reads %j', (text) => {
    expect(isPlainText(text)).toBe(true);
    expect(read(Buffer.from(text))).toBe(text === '' ? undefined : true);
  });

  rows([...['a\r\nb', 'a\tb', 'a\u001bb', 'a\u00a0b', 'a\u00adb', 'a\u2028b', 'a\ufeffb', '🐈', 'a\fb']])(
    'does not read %j',
    (text) => {
      expect(isPlainText(text)).toBe(false);
      expect(read(Buffer.from(text))).toBeUndefined();
    },
  );

  it('is UTF-8, since others are looked at closer', () => {
    expect(read(Buffer.from('\ufeffCats', 'utf16le'))).toBeUndefined();
  });
});
