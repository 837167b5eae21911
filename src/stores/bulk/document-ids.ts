import { randomBytes } from 'node:crypto';
import { sha256 } from '../../importer/normalise/hash';

const LENGTH = 24;
const CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** An id begins with a letter. */
const FIRST = 'd';
/** The largest multiple of 36 in a byte: larger bytes would make some characters likelier. */
const FAIR = 252;

let pool = Buffer.alloc(0);
let at = 0;

function nextByte(): number {
  if (at >= pool.length) {
    pool = randomBytes(8192);
    at = 0;
  }
  const byte = pool[at] ?? 0;
  at += 1;
  return byte < FAIR ? byte : nextByte();
}

/** Digits of the time at the beginning, with which ids of one process rise; they last until 2059. */
const TIME_DIGITS = 10;
/** So many ids of one millisecond have each a time of their own. */
const TICKS = 1296;
/** The time of the last id, in ticks since 1970. */
let lastTick = 0;

function nextTick(): string {
  lastTick = Math.max(lastTick + 1, Date.now() * TICKS);
  return lastTick.toString(CHARACTERS.length).padStart(TIME_DIGITS, '0');
}

/** Written over by each id. */
const random = Buffer.alloc(LENGTH - 1 - TIME_DIGITS);

/**
 * A document id of the form that Strapi gives: 24 of a–z and 0–9, a letter first. It begins with the time, so that new rows stand together in each index
 * that document ids are in: scattered, they would touch a page of it each. Thirteen characters are random, more than a random UUID needs among the
 * ids of one moment.
 */
export function newDocumentId(): string {
  for (let place = 0; place < random.length; place += 1) {
    random[place] = CHARACTERS.charCodeAt(nextByte() % CHARACTERS.length);
  }
  return `${FIRST}${nextTick()}${random.toString('latin1')}`;
}

/**
 * The document id of a snapshot of a ranking list: always the same one, so that the notes of which documents show it lead to a list that an
 * editor has deleted.
 */
export function snapshotDocumentId(snapshotKey: string): string {
  const digits = BigInt(`0x${sha256(snapshotKey)}`).toString(CHARACTERS.length);
  return `s${digits.slice(1 - LENGTH)}`;
}
