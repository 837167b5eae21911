import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { between, pick, type Chance } from '../bench/chance';
import { zipOf } from './zip';

/** A file of some format that holds a text. */
interface Written {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Writer = (text: string) => Promise<Written> | Written;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

function html(text: string): string {
  const [headline = '', ...rest] = lines(text);
  const data = JSON.stringify({ '@type': 'NewsArticle', headline, datePublished: '2025-04-10T14:15:00+09:00' });
  const rows = rest.slice(-3).map((line) => `<li>${line}</li>`);
  return [
    '<!doctype html><html><head><meta charset="utf-8">',
    `<script type="application/ld+json">${data}</script></head><body><article><h1>${headline}</h1>`,
    ...rest.map((line) => `<p>${line}</p>`),
    `</article><h2>Most Read</h2><ol>${rows.join('')}</ol></body></html>`,
  ].join('\n');
}

const record = (text: string): string => JSON.stringify({ path: 'a.txt', url: 'https://mikaze.example/1', text });

function warc(text: string): string {
  const head = [
    'WARC/1.0',
    'WARC-Type: conversion',
    'WARC-Target-URI: https://mikaze.example/1',
    'WARC-Record-ID: <urn:uuid:1>',
  ];
  const rest = [
    'WARC-Date: 2025-04-10T05:15:00Z',
    'Content-Type: text/plain',
    `Content-Length: ${bytesOf(text).length}`,
  ];
  return `${[...head, ...rest].join('\r\n')}\r\n\r\n${text}\r\n\r\n`;
}

async function tarGz(text: string): Promise<Uint8Array> {
  const archive = pack();
  archive.entry({ name: 'a.txt' }, text);
  archive.entry({ name: 'b.md' }, `# ${text}`);
  archive.finalize();
  return gzipSync(await buffer(archive));
}

const WRITERS: readonly [Writer, ...Writer[]] = [
  (text) => ({ name: 'page.html', bytes: bytesOf(html(text)) }),
  (text) => ({ name: 'page.md', bytes: bytesOf(`---\ntitle: A bell\ntags: [a, b]\n---\n# ${text}`) }),
  (text) => ({ name: 'record.json', bytes: bytesOf(record(text)) }),
  (text) => ({ name: 'records.ndjson', bytes: bytesOf([text, 'Bell Kept', text].map(record).join('\n')) }),
  (text) => ({ name: 'crawl.wet', bytes: bytesOf(warc(text) + warc('Bell Kept')) }),
  (text) => ({ name: 'crawl.warc.gz', bytes: gzipSync(warc(text)) }),
  (text) => ({ name: 'pages.zip', bytes: zipOf({ 'a.txt': text, 'b.html': html(text) }) }),
  async (text) => ({ name: 'pages.tar.gz', bytes: await tarGz(text) }),
];

const MAX_DAMAGES = 12;

/** Some bytes changed, left out or doubled, or the end cut off; now and then none. */
function damage(bytes: Uint8Array, chance: Chance): Uint8Array {
  let damaged = [...bytes];
  for (let count = between(chance, 0, MAX_DAMAGES); count > 0 && damaged.length > 0; count -= 1) {
    const at = between(chance, 0, damaged.length - 1);
    const kind = between(chance, 0, 9);
    if (kind === 0) damaged.splice(at, between(chance, 1, 40));
    else if (kind === 1) damaged.splice(at, 0, ...damaged.slice(at, at + between(chance, 1, 40)));
    else if (kind === 2) damaged = damaged.slice(0, Math.max(1, at));
    else damaged[at] = between(chance, 0, 255);
  }
  return Uint8Array.from(damaged);
}

/** A damaged file of one of the formats that are read. */
export async function damagedCarrier(text: string, chance: Chance): Promise<Written> {
  const { name, bytes } = await pick(chance, WRITERS)(text);
  return { name, bytes: damage(bytes, chance) };
}
