import Table from 'cli-table3';
import { stringify } from 'csv-stringify/sync';

export type RowFormat = 'table' | 'json' | 'csv';

/** A line of output: values by column. */
export type OutputRow = Readonly<Record<string, string | number | null>>;

/** Prints rows as they come, so that memory does not grow with their number. */
export interface RowPrinter {
  /** @param value what a program is told of the row, in place of the columns that people see */
  print(row: OutputRow, value: object): void;
  end(): void;
}

const write = (text: string): void => void process.stdout.write(text);

function csvPrinter(columns: readonly string[]): RowPrinter {
  write(stringify([[...columns]]));
  return { print: (row) => write(stringify([columns.map((name) => row[name] ?? '')])), end: () => undefined };
}

/** A JSON array with a line for each row. */
function jsonPrinter(): RowPrinter {
  let count = 0;
  return {
    print(_row, value) {
      write(`${count === 0 ? '[\n' : ',\n'}${JSON.stringify(value)}`);
      count += 1;
    },
    end: () => write(count === 0 ? '[]\n' : '\n]\n'),
  };
}

/** Rows that are laid out together: a table can't know the width of rows that are still to come. */
const TABLE_ROWS = 1000;

function tablePrinter(columns: readonly string[]): RowPrinter {
  let rows: string[][] = [];
  const flush = (): void => {
    if (rows.length === 0) return;
    const table = new Table({ head: [...columns], style: { head: [], border: [] } });
    table.push(...rows);
    rows = [];
    write(`${table.toString()}\n`);
  };
  return {
    print(row) {
      rows.push(columns.map((name) => String(row[name] ?? '')));
      if (rows.length >= TABLE_ROWS) flush();
    },
    end: flush,
  };
}

/** Prints rows as a table for people, or as JSON or CSV for programs. */
export function printerOf(format: RowFormat, columns: readonly string[]): RowPrinter {
  if (format === 'json') return jsonPrinter();
  return format === 'csv' ? csvPrinter(columns) : tablePrinter(columns);
}
