import { stat } from 'node:fs/promises';
import { DateTime } from 'luxon';
import type { AssumedCapture, ParsedDocument } from '../../src/importer/documents';
import { UsageError } from './usage-error';

const FILE = 'file';
const HAS_ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * What `--captured-at` says of documents whose carrier names no time of capture: an instant, or `file` for each file's own time.
 *
 * @throws UsageError for anything else
 */
export function checkCapturedAt(value: string): string {
  if (value === FILE) return value;
  const instant = DateTime.fromISO(value, { zone: 'utc' });
  if (!value.includes('T') || !HAS_ZONE.test(value) || !instant.isValid) {
    throw new UsageError(
      `"${value}" is no instant: --captured-at takes one with its zone, such as 2025-04-10T14:15:00+09:00, or the word file.`,
    );
  }
  return instant.toISO();
}

/** The capture that a file's documents are assumed to be of; null where nothing is to be assumed, as of the time of standard input. */
export async function assumedCapture(file: string, capturedAt: string | undefined): Promise<AssumedCapture | null> {
  if (capturedAt === undefined) return null;
  if (capturedAt !== FILE) return { capturedAt, basis: 'stated' };
  const info = await stat(file).catch(() => null);
  return info === null ? null : { capturedAt: info.mtime.toISOString(), basis: 'file' };
}

/** A document with the capture that is assumed of it; one whose carrier names the time is left as it is. */
export function withCapture(parsed: ParsedDocument, assumed: AssumedCapture | null): ParsedDocument {
  return assumed === null || parsed.capturedAt !== null ? parsed : { ...parsed, assumedCapture: assumed };
}
