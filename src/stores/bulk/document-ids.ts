import { randomFillSync } from 'node:crypto';
import { sha256 } from '../../importer/normalise/hash';

const LENGTH = 24;
const CHARACTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** An id begins with a letter. */
const FIRST = 'd';
/** All pairs of characters: made of two bytes at once, an id costs half. */
const PAIRS = Array.from(CHARACTERS, (one) => Array.from(CHARACTERS, (other) => one + other)).flat();
/** The largest multiple of the pairs in two bytes: larger numbers would make some pairs likelier. */
const FAIR = 65_536 - (65_536 % PAIRS.length);

let pool = new Uint16Array(0);
let at = 0;

function nextPair(): string {
  if (at >= pool.length) {
    pool = new Uint16Array(4096);
    randomFillSync(pool);
    at = 0;
  }
  const number = pool[at] ?? 0;
  at += 1;
  return number < FAIR ? (PAIRS[number % PAIRS.length] ?? '') : nextPair();
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

/** Pairs that fill an id up; of the last one it takes a half. */
const RANDOM_PAIRS = 7;

/**
 * A document id of the form that Strapi gives: 24 of a–z and 0–9, a letter first. It begins with the time, so that new rows stand together in each index
 * that document ids are in: scattered, they would touch a page of it each. Thirteen characters are random, more than a random UUID needs among the
 * ids of one moment.
 */
export function newDocumentId(): string {
  let id = FIRST + nextTick();
  for (let pairs = 0; pairs < RANDOM_PAIRS; pairs += 1) id += nextPair();
  return id.slice(0, LENGTH);
}

/**
 * The document id of a snapshot of a ranking list: always the same one, so that the notes of which documents show it lead to a list that an
 * editor has deleted.
 */
export function snapshotDocumentId(snapshotKey: string): string {
  const digits = BigInt(`0x${sha256(snapshotKey)}`).toString(CHARACTERS.length);
  return `s${digits.slice(1 - LENGTH)}`;
}
