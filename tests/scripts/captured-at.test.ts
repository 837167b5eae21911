import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assumedCapture, checkCapturedAt, withCapture } from '../../scripts/import/captured-at';
import { UsageError } from '../../scripts/import/usage-error';
import type { ParsedDocument } from '../../src/importer/documents';

describe('--captured-at', () => {
  it('takes an instant with its zone, or the word file', () => {
    expect(checkCapturedAt('2025-04-10T14:15:00+09:00')).toBe('2025-04-10T05:15:00.000Z');
    expect(checkCapturedAt('2025-04-10T05:15Z')).toBe('2025-04-10T05:15:00.000Z');
    expect(checkCapturedAt('file')).toBe('file');
  });

  it.each(['yesterday', '2025-04-10', '2025-04-10T14:15:00', '2025-02-30T00:00:00Z', '2025-04-10T25:00:00Z', ''])(
    'refuses what names no point in time: %s',
    (value) => {
      expect(() => checkCapturedAt(value)).toThrow(UsageError);
    },
  );

  it("gives each file its own time where that is asked for, and knows none of a stream's", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-captured-'));
    const file = join(folder, 'page.txt');
    writeFileSync(file, 'Text');
    utimesSync(file, new Date('2025-04-10T05:15:00Z'), new Date('2025-04-10T05:15:00Z'));
    expect(await assumedCapture(file, 'file')).toEqual({ capturedAt: '2025-04-10T05:15:00.000Z', basis: 'file' });
    expect(await assumedCapture('-', 'file')).toBeNull();
    expect(await assumedCapture(file, undefined)).toBeNull();
    const stated = { capturedAt: '2025-04-10T05:15:00.000Z', basis: 'stated' };
    expect(await assumedCapture('-', '2025-04-10T05:15:00.000Z')).toEqual(stated);
    rmSync(folder, { recursive: true });
  });

  it('says nothing of a document whose carrier names the time', () => {
    const assumed = { capturedAt: '2025-04-10T05:15:00.000Z', basis: 'stated' } as const;
    const parsed = { capturedAt: '2025-04-01T00:00:00.000Z' } as ParsedDocument;
    expect(withCapture(parsed, assumed)).toBe(parsed);
    expect(withCapture({ ...parsed, capturedAt: null }, assumed).assumedCapture).toEqual(assumed);
    expect(withCapture(parsed, null)).toBe(parsed);
  });
});
