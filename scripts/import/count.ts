import { InvalidArgumentError } from 'commander';

/** A whole number from 1, as an option's argument. */
export function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 is expected.');
  return number;
}
