export { carrierOf } from '../../../scripts/fuzz/carrier-of';
import { DEFAULT_READ_OPTIONS, type Carrier, type ReadOptions } from '../../../src/importer/readers/carrier';
import { readDocuments } from '../../../src/importer/readers';
import type { ReadDocument } from '../../../src/importer/documents';

/** All documents of a carrier. */
export async function readAll(
  carrier: Carrier,
  options: ReadOptions = DEFAULT_READ_OPTIONS,
): Promise<readonly ReadDocument[]> {
  const documents: ReadDocument[] = [];
  for await (const document of readDocuments(carrier, options)) documents.push(document);
  return documents;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const codesOf = ({ diagnostics }: ReadDocument): readonly string[] => diagnostics.map(({ code }) => code);
