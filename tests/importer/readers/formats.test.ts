import { gzipSync } from 'node:zlib';
import { parseDocument } from '../../../src/importer/parse/parse-document';
import { DEFAULT_PARSE_OPTIONS } from '../../../src/importer/import-documents';
import { DEFAULT_LIMITS, DEFAULT_READ_OPTIONS } from '../../../src/importer/readers/carrier';
import { bytesOf, carrierOf, codesOf, readAll } from './carriers';

const parseAll = async (path: string, text: string) =>
  (await readAll(carrierOf(path, bytesOf(text)))).flatMap((document) => parseDocument(document, DEFAULT_PARSE_OPTIONS));

const PAGE = `<!doctype html><html lang="en"><head><title>Ferry cat | Mikaze Times</title>
<link rel="canonical" href="https://times.example/cat">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry Cat Promoted","datePublished":"2025-04-10T05:15:00Z",
"author":{"name":"Mina Aoki","worksFor":{"name":"Mikaze Times"}},"articleSection":["News","Society"],"keywords":"cats, ferries"}]}</script>
<style>p { color: red }</style></head><body><nav><ul><li>Home</li></ul></nav>
<article><h1>Ferry Cat Promoted</h1><time>14:15 JST, April 10, 2025</time>
<figure><img src="cat.jpg"><figcaption>The cat on the bridge. <span class="credit">Asanagi Ferries</span></figcaption></figure>
<p>A ferry cat has been promoted to first mate after crossing the bay more often than any captain of the line has ever done.</p>
<h2>A quiet ceremony</h2><p>The ceremony took place at noon, &amp; the cat slept through it, which the captain called a sign of confidence.</p>
<script>alert('no')</script></article>
<aside><h3>Most Read</h3><ol><li><a>Ferry Cat Promoted</a></li><li><a>Lake Town Keeps Its Bell</a></li></ol></aside></body></html>`;

describe('HTML', () => {
  it('takes JSON-LD first, the text from Readability, and the lists from the page', async () => {
    const [parsed] = await parseAll('cat.html', PAGE);
    expect(parsed).toMatchObject({
      url: 'https://times.example/cat',
      article: {
        headline: 'Ferry Cat Promoted',
        authors: [{ name: 'Mina Aoki', affiliation: 'Mikaze Times' }],
        photos: [{ caption: 'The cat on the bridge.', creditText: 'Asanagi Ferries' }],
        datePublished: '2025-04-10T05:15:00+00:00',
        datePublishedPrecision: 'minute',
        dateline: '14:15 JST, April 10, 2025',
        articleSection: 'Society',
        inLanguage: 'en',
        tags: ['cats', 'ferries'],
      },
      rankingLists: [
        { title: 'Most Read', entries: [{ position: 1 }, { position: 2, headline: 'Lake Town Keeps Its Bell' }] },
      ],
    });
    expect(parsed?.article?.body.map(({ type, text }) => [type, text.slice(0, 20)])).toEqual([
      ['paragraph', 'A ferry cat has been'],
      ['heading', 'A quiet ceremony'],
      ['paragraph', 'The ceremony took pl'],
    ]);
    expect(parsed?.text).toBe(PAGE);
  });

  it('reads on where structured data is broken, and says so', async () => {
    const [parsed] = await parseAll('cat.html', PAGE.replace('{"@graph"', '{"@graph'));
    expect(parsed?.article?.headline).toBe('Ferry Cat Promoted');
    expect(parsed?.diagnostics.map(({ code }) => code)).toContain('invalid-json-ld');
  });

  it('reads character references in structured data, and the body that stands there alone', async () => {
    const data = { '@type': 'NewsArticle', headline: 'Cat &amp; Dog', articleBody: 'It&#x27;s kept.\nIt rang.' };
    const html = `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body></body></html>`;
    const [parsed] = await parseAll('cat.html', html);
    expect(parsed?.article).toMatchObject({
      headline: 'Cat & Dog',
      body: [
        { type: 'paragraph', text: "It's kept." },
        { type: 'paragraph', text: 'It rang.' },
      ],
    });
  });

  it('leaves the name of the site out of the headline', async () => {
    const meta = (property: string, content: string) => `<meta property="og:${property}" content="${content}">`;
    const head =
      meta('type', 'article') + meta('title', 'Bell Kept | Mikaze Times') + meta('site_name', 'Mikaze Times');
    const [parsed] = await parseAll('cat.html', `<html><head>${head}</head><body><p>It rang.</p></body></html>`);
    expect(parsed?.article?.headline).toBe('Bell Kept');
  });

  it('takes the charset from the meta element', async () => {
    const html = Buffer.concat([
      Buffer.from('<html><head><meta charset="EUC-JP"></head><body><p>'),
      Buffer.from('a4a2a4a4', 'hex'),
    ]);
    const [document] = await readAll(carrierOf('x.html', html));
    expect(document).toMatchObject({ source: { encoding: 'euc-jp' }, text: 'あい' });
  });
});

describe('Markdown', () => {
  it('takes front matter before the text', async () => {
    const markdown = [
      ...[
        '---',
        'title: Lake Town Keeps Its Bell',
        'date: 2025-04-11',
        'author: [Paul Ferris]',
        'tags: [bells]',
        '---',
      ],
      ...[
        '# Lake Town Keeps Its Bell',
        '',
        'The bell **rang** for the count,',
        'and for the [result](https://x.example).',
        '',
        '## Next',
        '',
        'Nobody knows.',
      ],
    ].join('\n');
    const [parsed] = await parseAll('bell.md', markdown);
    expect(parsed?.article).toMatchObject({
      headline: 'Lake Town Keeps Its Bell',
      datePublished: '2025-04-11',
      datePublishedPrecision: 'day',
      authors: [{ name: 'Paul Ferris' }],
      tags: ['bells'],
      body: [
        { type: 'paragraph', text: 'The bell rang for the count, and for the result.' },
        { type: 'heading', text: 'Next' },
        { type: 'paragraph', text: 'Nobody knows.' },
      ],
    });
  });

  it('reads on without front matter that is no YAML', async () => {
    const [parsed] = await parseAll('bell.md', '---\n"a: [\n---\n# Bell Kept\n\nThe bell was kept.');
    expect(parsed?.article?.headline).toBe('Bell Kept');
    expect(parsed?.diagnostics.map(({ code }) => code)).toContain('invalid-front-matter');
  });

  it('does not let aliases grow without end', async () => {
    const bomb = [
      '---',
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(10)}]`),
      '---',
      '# Bell Kept',
    ].join('\n');
    const [parsed] = await parseAll('bell.md', bomb);
    expect(parsed?.article?.headline).toBe('Bell Kept');
  });
});

describe('JSON records', () => {
  const RECORD = {
    path: 'a/1',
    url: 'https://x.example/1',
    capturedAt: '2025-04-12T00:00:00Z',
    text: 'Bell Kept\n10:00 JST, April 1, 2025\nIt rang.',
  };

  it('reads a record a line, and goes on behind a broken one', async () => {
    const lines = [
      JSON.stringify(RECORD),
      '{"text": ',
      '',
      JSON.stringify({ nothing: 1 }),
      '42',
      JSON.stringify(RECORD),
    ].join('\n');
    const documents = await readAll(carrierOf('r.jsonl', bytesOf(lines), 7));
    expect(documents.map(({ source, diagnostics }) => [source.path, diagnostics[0]?.code])).toEqual([
      ['r.jsonl:1', undefined],
      ['r.jsonl:2', 'invalid-record'],
      ['r.jsonl:4', 'invalid-record'],
      ['r.jsonl:5', 'invalid-record'],
      ['r.jsonl:6', undefined],
    ]);
    expect(documents[0]).toMatchObject({
      url: RECORD.url,
      capturedAt: RECORD.capturedAt,
      recordId: 'a/1',
      text: RECORD.text,
    });
  });

  it('refuses a line that is too long without keeping it, and reads the next', async () => {
    const lines = `${JSON.stringify({ text: 'x'.repeat(5000) })}\n${JSON.stringify(RECORD)}`;
    const limits = { ...DEFAULT_LIMITS, maxDocumentBytes: 1000 };
    const documents = await readAll(carrierOf('r.ndjson', bytesOf(lines), 100), { limits, fieldMap: {} });
    expect(documents.map((document) => codesOf(document))).toEqual([['document-too-large'], []]);
  });

  it('reads arrays, and fields under names of one’s own', async () => {
    const json = JSON.stringify([{ content_plain: 'Bell Kept', link: 'https://x.example/2' }]);
    const options = { ...DEFAULT_READ_OPTIONS, fieldMap: { text: 'content_plain' } };
    const [document] = await readAll(carrierOf('r.json', bytesOf(`\ufeff${json}`)), options);
    expect(document).toMatchObject({ text: 'Bell Kept', url: 'https://x.example/2' });
  });

  it('reads a part of a page', async () => {
    const [parsed] = await parseAll('r.jsonl', JSON.stringify({ html: '<h1>Bell Kept</h1><p>The bell rang.</p>' }));
    expect(parsed?.article).toMatchObject({ headline: 'Bell Kept', body: [{ text: 'The bell rang.' }] });
  });

  it('reads ninjs 3', async () => {
    const item = {
      uri: 'urn:news:1',
      headlines: [
        { role: 'short', value: 'Bell' },
        { role: 'main', value: 'Bell Kept' },
      ],
      bodies: [{ contentType: 'text/html', value: '<p>It rang &amp; rang.</p><h2>Next</h2><p>Silence.</p>' }],
      contentCreated: '2025-04-01T10:00:00+09:00',
      language: 'en',
      subjects: [{ name: 'Bells' }],
      associations: [{ type: 'picture', headlines: [{ value: 'The bell' }], by: 'Ken Ode' }],
    };
    const [parsed] = await parseAll('item.json', JSON.stringify(item));
    expect(parsed).toMatchObject({
      recordId: 'urn:news:1',
      article: {
        headline: 'Bell Kept',
        datePublished: '2025-04-01T10:00:00+09:00',
        inLanguage: 'en',
        tags: ['Bells'],
        photos: [{ caption: 'The bell', creditText: 'Ken Ode' }],
        body: [{ text: 'It rang & rang.' }, { type: 'heading', text: 'Next' }, { text: 'Silence.' }],
      },
    });
  });

  it.each(['', '\n \n'])('says of a file without any record that it is empty: %j', async (text) => {
    const documents = await readAll(carrierOf('none.ndjson', bytesOf(text)));
    expect(documents.map((document) => codesOf(document))).toEqual([['empty-document']]);
  });

  it('survives JSON that is nested very deep', async () => {
    const [document] = await readAll(carrierOf('deep.json', bytesOf('['.repeat(100_000))));
    expect(document && codesOf(document)).toEqual(['invalid-record']);
  });
});

function warcRecord(type: string, content: string, headers = ''): string {
  const length = Buffer.byteLength(content);
  return `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:uuid:${type}>\r\nWARC-Date: 2025-04-12T01:02:03Z\r\n${headers}WARC-Target-URI: https://x.example/${type}\r\nContent-Type: application/http\r\nContent-Length: ${length}\r\n\r\n${content}\r\n\r\n`;
}

describe('WARC and WET', () => {
  const response = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${PAGE}`;

  it.each(['plain', 'gzipped'])('reads pages with address and time of capture: %s', async (form) => {
    const records = [
      warcRecord('warcinfo', 'software: x'),
      warcRecord('request', 'GET / HTTP/1.1\r\n\r\n'),
      warcRecord('response', response),
      warcRecord('response', 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>no</p>'),
      warcRecord('response', 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxx'),
      warcRecord('conversion', 'Bell Kept\nIt rang.'),
    ];
    const plain = Buffer.from(records.join(''));
    const bytes = form === 'plain' ? plain : Buffer.concat(records.map((record) => gzipSync(record)));
    const documents = await readAll(carrierOf(form === 'plain' ? 'c.warc' : 'c.warc.gz', bytes));
    expect(documents.map(({ url, capturedAt, source }) => [url, capturedAt, source.path.split('!')[1]])).toEqual([
      ['https://x.example/response', '2025-04-12T01:02:03Z', '<urn:uuid:response>'],
      ['https://x.example/conversion', '2025-04-12T01:02:03Z', '<urn:uuid:conversion>'],
    ]);
    expect(documents[0]?.stated.headline).toBe('Ferry Cat Promoted');
    expect(documents[1]?.text).toBe('Bell Kept\nIt rang.');
  });
});

describe('size', () => {
  it('rejects a document that is larger than allowed', async () => {
    const limits = { ...DEFAULT_LIMITS, maxDocumentBytes: 10 };
    const [document] = await readAll(carrierOf('a.txt', bytesOf('more than ten')), { limits, fieldMap: {} });
    expect(document && codesOf(document)).toEqual(['document-too-large']);
  });

  it('reads five megabytes on one line', async () => {
    const [parsed] = await parseAll('a.txt', 'The cat slept. '.repeat(350_000));
    expect(parsed?.article?.body[0]?.text.length).toBeGreaterThan(5_000_000);
  });
});

describe('pages that are torn', () => {
  it('reads a page without any element as its text', async () => {
    const [document] = await readAll(carrierOf('page.html', bytesOf('Bell Kept')));
    expect(document?.text).toBe('Bell Kept');
  });

  it('reads a page that Readability gives up on', async () => {
    const torn = '<html><head></head><bod><article><h1>Bell Kept</h1><p>It rang.</p></article></html>';
    const [document] = await readAll(carrierOf('page.html', bytesOf(torn)));
    expect(document?.text).toContain('It rang.');
  });
});

it.each(['request', 'conversion'])(
  'an archive that was cut off in a %s record ends, and is called broken where nothing of it is read',
  async (type) => {
    const whole = warcRecord(type, 'Bell Kept\nIt rang over the bay all night long.');
    const documents = await readAll(carrierOf('cut.warc', Buffer.from(whole.slice(0, -30))));
    const codes = documents.flatMap(({ diagnostics }: any) => diagnostics.map(({ code }: any) => code));
    if (type === 'request') expect(codes).toEqual(['broken-archive']);
    else expect(JSON.stringify(documents)).toContain('It rang ov');
  },
);

it('says that a file of no WARC record is none', async () => {
  const documents = await readAll(carrierOf('crawl.warc.gz', gzipSync('\n')));
  expect(documents.map((document) => codesOf(document))).toEqual([['broken-archive']]);
});
