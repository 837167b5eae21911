import { client } from './settings';

const TENTHS = 10;
const MIB = 1024 * 1024;

interface Mark {
  /** By the process's clock, in milliseconds. */
  readonly at: number;
  readonly rss: number;
}

const mark = (): Mark => ({ at: performance.now(), rss: process.memoryUsage.rss() });

/** How fast each tenth of a run is, and how much memory is taken behind it. */
export class Curve {
  readonly #size: number;
  readonly #marks: Mark[] = [mark()];
  #documents = 0;

  constructor(documents: number) {
    this.#size = Math.floor(documents / TENTHS);
  }

  /** To be called after each document. */
  step(): void {
    this.#documents += 1;
    if (this.#documents % this.#size === 0) this.#marks.push(mark());
  }

  /** The curve, and how the last tenth compares with the first. */
  toLines(name: string): readonly object[] {
    const known = { bench: 'import', database: client() };
    const seconds = this.#marks.slice(1).map(({ at }, tenth) => (at - (this.#marks[tenth]?.at ?? 0)) / 1000);
    const rate = (spent: number): number => Math.round(this.#size / spent);
    const growth = (seconds[0] ?? 0) / (seconds[TENTHS - 1] ?? 0);
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
