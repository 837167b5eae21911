import { client } from './settings';

const TENTHS = 10;
/** From so many documents on it is shown how the speed changes in the course of a run. */
const CURVED = 10_000;
const MIB = 1024 * 1024;

interface Mark {
  /** By the curve's clock, in milliseconds. */
  readonly at: number;
  readonly rss: number;
}

/** The process's own clock, in milliseconds. */
const processClock = (): number => performance.now();

/** How fast each tenth of a run is, and how much memory is taken behind it. */
export class Curve {
  readonly #size: number;
  readonly #clock: () => number;
  readonly #marks: Mark[];
  #documents = 0;

  constructor(documents: number, clock = processClock) {
    this.#size = Math.floor(documents / TENTHS);
    this.#clock = clock;
    this.#marks = [this.#mark()];
  }

  #mark(): Mark {
    return { at: this.#clock(), rss: process.memoryUsage.rss() };
  }

  /** To be called after each document, or each few of a tenth. */
  step(documents = 1): void {
    this.#documents += documents;
    if (this.#documents >= this.#size * this.#marks.length) this.#marks.push(this.#mark());
  }

  /** The curve, and how the last tenth compares with the first; nothing for a short run. */
  toLines(name: string): readonly object[] {
    const known = { bench: 'import', database: client() };
    const seconds = this.#marks.slice(1).map(({ at }, tenth) => (at - (this.#marks[tenth]?.at ?? 0)) / 1000);
    const rate = (spent: number): number => Math.round(this.#size / spent);
    const growth = (seconds[0] ?? 0) / (seconds[TENTHS - 1] ?? 0);
    if (this.#size * TENTHS < CURVED) return [];
    return [
      {
        ...known,
        curve: name,
        documentsPerSecondByTenth: seconds.map(rate),
        rssMiBByTenth: this.#marks.slice(1).map(({ rss }) => Math.round(rss / MIB)),
      },
      { ...known, ratio: `${name}: last tenth/first tenth`, value: Math.round(growth * 1000) / 1000 },
    ];
  }
}
