import { randomBytes } from 'node:crypto';
import { sha256 } from '../../importer/normalise/hash';

const LENGTH = 24;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHARACTERS = `0123456789${LETTERS}`;
/** The largest multiple of 36 in a byte: larger bytes would make some characters likelier. */
const FAIR = 252;

let pool = Buffer.alloc(0);
let at = 0;
/** Written over by each id. */
const id = Buffer.alloc(LENGTH);

function nextByte(): number {
  if (at >= pool.length) {
    pool = randomBytes(8192);
    at = 0;
  }
  const byte = pool[at] ?? 0;
  at += 1;
  return byte < FAIR ? byte : nextByte();
}

/** A document id of the form that Strapi gives (24 of a–z and 0–9, a letter first); Strapi's own generator takes longer than writing the row. */
export function newDocumentId(): string {
  id[0] = LETTERS.charCodeAt(nextByte() % LETTERS.length);
  for (let place = 1; place < LENGTH; place += 1) id[place] = CHARACTERS.charCodeAt(nextByte() % CHARACTERS.length);
  return id.toString('latin1');
}

/**
 * The document id of a snapshot of a ranking list: always the same one, so that the notes of which documents show it lead to a list that an
 * editor has deleted.
 */
export function snapshotDocumentId(snapshotKey: string): string {
  const digits = BigInt(`0x${sha256(snapshotKey)}`).toString(CHARACTERS.length);
  return `s${digits.slice(1 - LENGTH)}`;
}
