import type { ParsedDocument } from '../../../src/importer/documents';
import { parseSource } from '../../../src/importer/import-documents';

function parse(text: string): ParsedDocument | undefined {
  const bytes = new TextEncoder().encode(text);
  return parseSource({ path: 'page.txt', bytes, url: null, capturedAt: null, recordId: null })[0];
}

it('does not let a page of menu lines become a report of as many', () => {
  const parsed = parse(`${'Share\n'.repeat(20_000)}Bell Kept\n10:00 JST, April 1, 2025\nThe bell was kept. It rang.`);
  expect(parsed?.article?.headline).toBe('Bell Kept');
  expect(parsed?.lines).toHaveLength(20_003);
  expect(parsed?.diagnostics).toHaveLength(5001);
  expect(parsed?.diagnostics.at(-1)).toMatchObject({ code: 'more-findings', actual: '15000' });
});

describe('a page of thousands of sections', () => {
  it('is read without running out of stack', () => {
    const page = `${'Society\n'.repeat(20_000)}Ferry Cat Promoted to First Mate\nA cat has been promoted. It slept.`;
    expect(parse(page)?.article?.headline).toBe('Ferry Cat Promoted to First Mate');
  });
});
