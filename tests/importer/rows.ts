import { format } from 'node:util';

type Judge<Values extends unknown[]> = (title: string, check: (...values: Values) => void) => void;

/**
 * Like `it.each`, but one test for all rows: a mutation run starts the same tests thousands of times, and starting one costs more than
 * most of these checks. A failure names its row by the title.
 */
export function rows<Row extends unknown[] | [unknown]>(all: readonly Row[]): Judge<Row>;
export function rows<Value>(all: readonly Value[]): Judge<[Value]>;
export function rows(all: readonly unknown[]): Judge<unknown[]> {
  return (title, check) => {
    it(title.replaceAll(/%[sij]/g, '…'), () => {
      for (const row of all) {
        const values: unknown[] = Array.isArray(row) ? row : [row];
        try {
          check(...values);
        } catch (error) {
          if (error instanceof Error) error.message = `${format(title, ...values)}\n${error.message}`;
          throw error;
        }
      }
    });
  };
}

/** Texts to which a judgement of one text says yes, and those to which it says no. */
export function judged(judge: (text: string) => boolean, yes: readonly string[], no: readonly string[]): void {
  rows(yes)(`${judge.name}: %j`, (text) => expect(judge(text)).toBe(true));
  rows(no)(`not ${judge.name}: %j`, (text) => expect(judge(text)).toBe(false));
}
