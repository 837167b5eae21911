import { deflateRawSync } from 'node:zlib';

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

interface Entry {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly size: number;
  readonly crc: number;
  readonly at: number;
}

function header(signature: number, { name, packed, size, crc, at }: Entry, isCentral: boolean): Buffer {
  const bytes = Buffer.alloc(isCentral ? 46 : 30);
  const shift = isCentral ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  if (isCentral) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt16LE(0x800, 6 + shift);
  bytes.writeUInt16LE(8, 8 + shift);
  bytes.writeUInt32LE(crc, 14 + shift);
  bytes.writeUInt32LE(packed.length, 18 + shift);
  bytes.writeUInt32LE(size, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (isCentral) bytes.writeUInt32LE(at, 42);
  return Buffer.concat([bytes, name]);
}

/** A zip archive of these files; the project reads zips and never writes them, so the tests do it by hand. */
export function zipOf(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const entries: Entry[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const bytes =
      typeof content === 'string' ? Buffer.from(content, path.endsWith('.png') ? 'latin1' : 'utf8') : content;
    const entry = { name: Buffer.from(path), packed: deflateRawSync(bytes), size: bytes.length, crc: crcOf(bytes), at };
    const local = Buffer.concat([header(0x04034b50, entry, false), entry.packed]);
    parts.push(local);
    entries.push(entry);
    at += local.length;
  }
  const central = Buffer.concat(entries.map((entry) => header(0x02014b50, entry, true)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}
