import { decode } from '../../../src/importer/readers/decode';

/** Bytes as they stand in files, written down since Node encodes UTF-8 alone. */
const HEX = {
  headlineShiftJis: '8ef1918a89ef926b0a', // 首相会談
  headlineEucJp: 'bcf3c1eab2f1c3cc0a',
  pageShiftJis: '92a993e08e7382cc93948ae490e482aa81428cc382a2936482c582b78142',
  kanaShiftJis: '82a082a282a482a682a8', // あいうえお
  kanaEucJp: 'a4a2a4a4a4a6a4a8a4aa',
  kanaJis: '1b244224222424242624281b2842', // あいうえ in ISO-2022-JP
  quotesWindows1252: '54686520636166e9209 36f70656e7394 0a'.replace(/ /g, ''), // The café “opens”
} as const;

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('charsets without a declaration', () => {
  it.each([
    ['headlineShiftJis', 'shift_jis', '首相会談\n'],
    ['headlineEucJp', 'euc-jp', '首相会談\n'],
    ['kanaShiftJis', 'shift_jis', 'あいうえお'],
    ['kanaEucJp', 'euc-jp', 'あいうえお'],
    ['kanaJis', 'iso-2022-jp', 'あいうえ'],
    ['quotesWindows1252', 'windows-1252', 'The café “opens”\n'],
  ] as const)('%s', (name, encoding, text) => {
    expect(decode(bytes(HEX[name]), null)).toMatchObject({ encoding, text, diagnostics: [] });
  });

  it.each([
    ['utf-8', Buffer.from('Ferry 朝凪', 'utf8')],
    ['utf-8', Buffer.from('\ufeffFerry 朝凪', 'utf8')],
    ['utf-16le', Buffer.from('\ufeffFerry 朝凪', 'utf16le')],
    ['utf-16le', Buffer.from('Ferry 朝凪', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffFerry 朝凪', 'utf16le').swap16()],
    ['utf-16be', Buffer.from('Ferry 朝凪', 'utf16le').swap16()],
  ])('%s', (encoding, content) => {
    expect(decode(content, null)).toMatchObject({ encoding, text: 'Ferry 朝凪' });
  });
});

describe('scripts that look like others', () => {
  const japanese = '港の時計、逆回りに\n港の時計が逆に回っている。\n';

  it('knows Japanese in UTF-16 without BOM by its look', () => {
    const little = Buffer.from(japanese, 'utf16le');
    expect(decode(little, null)).toMatchObject({ encoding: 'utf-16le', text: japanese });
    expect(decode(Buffer.from(little).swap16(), null)).toMatchObject({ encoding: 'utf-16be', text: japanese });
  });

  it('does not take Korean for Japanese', () => {
    const korean = 'c7d7b1b8c0c720bdc3b0e8b0a120b0c5b2d9b7ce20b0a3b4d92e20b0fcb1a4b0b4c0ba20b9e8b8a620b3f5c4a3b4d9'; // 항구의 시계가 …
    expect(decode(bytes(korean), null).encoding).toBe('euc-kr');
  });

  it('keeps UTF-8 of which half the few characters beyond ASCII are broken', () => {
    const text = Buffer.from('The “clock” ran.\nThe cl@ck ran backward.\n');
    text[text.indexOf(0x40)] = 0xff;
    expect(decode(text, null)).toMatchObject({ encoding: 'utf-8', diagnostics: [{ code: 'invalid-bytes', line: 2 }] });
  });
});

describe('declared charsets', () => {
  it('takes the carrier’s word where the bytes agree', () => {
    expect(decode(bytes('cff0e8e2e5f2'), 'windows-1251')).toMatchObject({ encoding: 'windows-1251', text: 'Привет' });
  });

  it('prefers UTF-8 that proves itself to a wrong declaration', () => {
    expect(decode(Buffer.from('café'), 'iso-8859-1')).toMatchObject({ encoding: 'utf-8', text: 'café' });
  });

  it('ignores a charset that nobody knows', () => {
    expect(decode(bytes(HEX.kanaEucJp), 'x-none').encoding).toBe('euc-jp');
  });
});

describe('damage', () => {
  it('keeps UTF-8 with a broken character and names its line', () => {
    const content = Buffer.concat([Buffer.from('朝凪市の灯台\nの電球'), Buffer.from([0xff]), Buffer.from('交換')]);
    const decoded = decode(content, null);
    expect(decoded).toMatchObject({ encoding: 'utf-8', text: '朝凪市の灯台\nの電球\ufffd交換' });
    expect(decoded.diagnostics).toMatchObject([{ code: 'invalid-bytes', severity: 'warning', line: 2 }]);
  });

  it.each([
    ['a PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 1],
    ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 1],
    ['a NUL byte at 5', [0x61, 0x0a, 0x62, 0x0a, 0x63, 0x00, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69], 3],
    ['6 control characters', [0x61, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06], 1],
  ])('rejects %s', (actual, content, line) => {
    const decoded = decode(Uint8Array.from(content), null);
    expect(decoded).toMatchObject({
      encoding: null,
      diagnostics: [{ code: 'binary-document', severity: 'error', actual, line }],
    });
  });

  it('takes NULs behind the text for padding', () => {
    expect(decode(Buffer.from('Ferry cat promoted to first mate\0\0'), null).encoding).toBe('utf-8');
    const padded = decode(Buffer.from(`Ferry cat promoted\n${'\0'.repeat(512)}`), null);
    expect(padded).toMatchObject({ text: 'Ferry cat promoted\n', diagnostics: [] });
  });

  it('rejects an empty file', () => {
    expect(decode(new Uint8Array(), null).diagnostics).toMatchObject([{ code: 'empty-document' }]);
  });
});
