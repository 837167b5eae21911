import { DEFAULT_PARSE_OPTIONS, parseCarrier } from '../../src/importer/import-documents';
import { DEFAULT_READ_OPTIONS } from '../../src/importer/readers/carrier';
import { carrierOf } from './carrier-of';
import { exceptionIn, type Finding } from './finding';

/** A WARC archive may hold nothing but requests and pictures, which are passed over in silence. */
const MAY_BE_SILENT = /\.(?:warc|wet)(?:\.gz)?$/;

/** Reads a file of some format: whether it throws, or gives nothing at all, not even a diagnostic. */
export async function findingInCarrier(name: string, bytes: Uint8Array): Promise<Finding | null> {
  let documents = 0;
  try {
    for await (const parsed of parseCarrier(carrierOf(name, bytes), DEFAULT_READ_OPTIONS, DEFAULT_PARSE_OPTIONS)) {
      documents += parsed.kind === 'rejected' && parsed.diagnostics.length === 0 ? 0 : 1;
    }
  } catch (error) {
    return exceptionIn(error);
  }
  return documents > 0 || MAY_BE_SILENT.test(name)
    ? null
    : { kind: 'silent', detail: `${name}: no document and no diagnostic` };
}
