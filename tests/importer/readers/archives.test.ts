import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { buffer } from 'node:stream/consumers';
import { DEFAULT_LIMITS } from '../../../src/importer/readers/carrier';
import { bytesOf, carrierOf, codesOf, readAll } from './carriers';
import { zipOf } from '../../../scripts/fuzz/zip';

const TEXT = 'Bell Kept\n10:00 JST, April 1, 2025\nIt rang.';

async function tarOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = pack();
  for (const [name, content] of Object.entries(files)) archive.entry({ name }, content);
  archive.finalize();
  return buffer(archive);
}

const names = (documents: Awaited<ReturnType<typeof readAll>>) => documents.map(({ source }) => source.path);

describe('zip', () => {
  it('reads every entry by its own format and names archive and entry', async () => {
    const zip = zipOf({
      'f/a.txt': TEXT,
      'f/b.md': '# Bell Kept',
      '__MACOSX/f/._a.txt': 'x',
      'f/.DS_Store': 'x',
      'c.jsonl': JSON.stringify({ text: TEXT }),
      'p.png': '\u0089PNG\0',
    });
    const documents = await readAll(carrierOf('news.zip', zip));
    expect(names(documents)).toEqual(['news.zip!f/a.txt', 'news.zip!f/b.md', 'news.zip!c.jsonl:1', 'news.zip!p.png']);
    expect(documents.map((document) => codesOf(document))).toEqual([[], [], [], ['binary-document']]);
  });

  it('knows an archive by its bytes, whatever its name', async () => {
    expect(names(await readAll(carrierOf('news.txt', zipOf({ 'a.txt': TEXT }))))).toEqual(['news.txt!a.txt']);
  });

  it('refuses an entry that expands too far, and reads the next one', async () => {
    const zip = zipOf({ 'bomb.txt': 'a'.repeat(8_000_000), 'a.txt': TEXT });
    const documents = await readAll(carrierOf('b.zip', zip));
    expect(documents.map((document) => codesOf(document))).toEqual([['archive-too-large'], []]);
  });

  it('counts what all entries expand to', async () => {
    const limits = { ...DEFAULT_LIMITS, maxArchiveBytes: 100 };
    const zip = zipOf({ 'a.txt': TEXT, 'b.txt': TEXT, 'c.txt': TEXT });
    const documents = await readAll(carrierOf('b.zip', zip), { limits, fieldMap: {} });
    expect(documents.map((document) => codesOf(document))).toEqual([[], [], ['archive-too-large']]);
  });

  it('does not climb out of the archive by a name', async () => {
    const documents = await readAll(carrierOf('b.zip', zipOf({ '../../etc/passwd.txt': TEXT, 'a.txt': TEXT })));
    expect(names(documents)).toEqual(['b.zip!etc/passwd.txt', 'b.zip!a.txt']);
  });

  it('reads names in Shift_JIS, as archivers in Japan write them', async () => {
    const zip = zipOf({ 'XXXX.txt': TEXT }).toString('latin1').replaceAll('XXXX', '\x8e\x9e\x8cv');
    // eslint-disable-next-line no-control-regex -- the signatures of a zip archive
    const isUtf8 = /(PK\x01\x02.{4}|PK\x03\x04.{2})\x00\x08/gs;
    const documents = await readAll(carrierOf('b.zip', Buffer.from(zip.replace(isUtf8, '$1\x00\x00'), 'latin1')));
    expect(names(documents)).toEqual(['b.zip!時計.txt']);
  });

  it('says that an archive is cut off', async () => {
    const zip = zipOf({ 'a.txt': TEXT.repeat(50) });
    const [document] = await readAll(carrierOf('b.zip', zip.subarray(0, zip.length - 30)));
    expect(document && codesOf(document)).toEqual(['broken-archive']);
  });

  it('reads archives within archives, but not without end', async () => {
    const nest = (depth: number): Buffer => zipOf(depth === 0 ? { 'a.txt': TEXT } : { 'in.zip': nest(depth - 1) });
    expect(names(await readAll(carrierOf('n.zip', nest(1))))).toEqual(['n.zip!in.zip!a.txt']);
    const [deep] = await readAll(carrierOf('n.zip', nest(5)));
    expect(deep && codesOf(deep)).toEqual(['broken-archive']);
  });
});

describe('tar and gzip', () => {
  it('reads a tar, a gzipped tar and a gzipped text', async () => {
    const tar = await tarOf({ 'f/a.txt': TEXT, 'b.html': '<p>x</p>' });
    expect(names(await readAll(carrierOf('n.tar', tar)))).toEqual(['n.tar!f/a.txt', 'n.tar!b.html']);
    expect(names(await readAll(carrierOf('n.tgz', gzipSync(tar))))).toEqual(['n.tgz!f/a.txt', 'n.tgz!b.html']);
    const [text] = await readAll(carrierOf('a.txt.gz', gzipSync(TEXT)));
    expect(text).toMatchObject({ text: TEXT, diagnostics: [] });
  });

  it('keeps what stands before the place where a gzip breaks off', async () => {
    const noise = Array.from({ length: 40_000 }, (_, index) =>
      String.fromCharCode(97 + ((index * index * 31 + (index >> 3)) % 26)),
    ).join('');
    const packed = gzipSync(await tarOf({ 'a.txt': TEXT, 'b.txt': noise, 'c.txt': noise }));
    const documents = await readAll(carrierOf('n.tar.gz', packed.subarray(0, packed.length >> 1)));
    expect(documents[0]).toMatchObject({ source: { path: 'n.tar.gz!a.txt' }, text: TEXT });
    expect(documents.at(-1) && codesOf(documents.at(-1) as never)).toEqual(['broken-archive']);
  });

  it('refuses a gzip that expands too far', async () => {
    const [document] = await readAll(carrierOf('b.txt.gz', gzipSync('a'.repeat(9_000_000))));
    expect(document && codesOf(document)).toEqual(['archive-too-large']);
  });

  it('says that the name of an archive stands on other bytes', async () => {
    const [document] = await readAll(carrierOf('b.zip', bytesOf('Just a text here.')));
    expect(document?.text).toBe('Just a text here.');
  });
});
