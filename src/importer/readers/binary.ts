/** Beginnings of files that are no text, by what they are. */
const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip data', [0x1f, 0x8b, 0x08]],
  ['bzip2 data', [0x42, 0x5a, 0x68]],
  ['xz data', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['zstd data', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['an OLE document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['RIFF data', [0x52, 0x49, 0x46, 0x46]],
];

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** Tab, line feed, vertical tab, form feed, carriage return and escape occur in texts. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);
const MAX_CONTROL_SHARE = 0.1;

function lineAt(bytes: Uint8Array, index: number): number {
  let line = 1;
  for (let at = 0; at < index; at += 1) if (bytes[at] === LINE_FEED) line += 1;
  return line;
}

/** NULs that fill up the end of a text are padding, not data. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

const FIRST_BYTES: ReadonlySet<number | undefined> = new Set(SIGNATURES.map(([, [first]]) => first));

/** The kind of file that bytes begin like, null for none that is known. */
export function signatureOf(bytes: Uint8Array): string | null {
  if (!FIRST_BYTES.has(bytes[0])) return null;
  return SIGNATURES.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0] ?? null;
}

/**
 * What bytes are when they are no text.
 *
 * @returns the kind, and the line in which that shows; null for text
 */
export function binaryKind(padded: Uint8Array): { readonly kind: string; readonly line: number } | null {
  const signature = signatureOf(padded);
  if (signature !== null) return { kind: signature, line: 1 };
  const bytes = withoutPadding(padded);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { kind: `a NUL byte at ${nul}`, line: lineAt(bytes, nul) };
  let controls = 0;
  for (const byte of bytes) if (byte < SPACE && !TEXT_CONTROLS.has(byte)) controls += 1;
  return controls > bytes.length * MAX_CONTROL_SHARE ? { kind: `${controls} control characters`, line: 1 } : null;
}
