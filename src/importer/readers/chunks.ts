/** Helpers over streams of bytes. */

/** All bytes of a stream, or null where there are more than allowed: the rest is not read then. */
export async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) return null;
    parts.push(chunk);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : concatenate(parts, size);
}

function concatenate(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A stream that gives back the bytes of its beginning before the rest. */
export interface Peeked {
  readonly start: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
}

async function* resume(parts: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* parts;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Looks at the first bytes of a stream; the stream is read on from its beginning. */
export async function peek(chunks: AsyncIterable<Uint8Array>, bytes: number): Promise<Peeked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < bytes) {
    const next = await iterator.next();
    if (next.done === true) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return { start: concatenate(parts, size), chunks: resume(parts, iterator) };
}

/** An archive expands to more than is allowed. */
export class TooLargeError extends Error {}

/** Passes a stream on until it has given more bytes than allowed. */
export async function* limited(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  spend: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    spend(chunk.length);
    if (size > maxBytes) throw new TooLargeError(`more than ${maxBytes} bytes`);
    yield chunk;
  }
}

const LINE_FEED = 0x0a;

/** One line of a stream with its number from 1; `bytes` is null for a line that is longer than allowed. */
export interface ByteLine {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** The lines of a stream; a line that is too long is passed over without being held. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > maxBytes) parts = [];
    else parts.push(part);
  };
  const line = (): ByteLine => ({ number, bytes: size > maxBytes ? null : concatenate(parts, size) });
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield line();
      [parts, size, number, start] = [[], 0, number + 1, end + 1];
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (size > 0) yield line();
}
