import { InvalidArgumentError, Option, type Command } from 'commander';
import { closest } from 'fastest-levenshtein';
import { FIELD_NAMES, type PlanRules } from '../../src/importer/plan/plan-rules';
import type { ArticleFieldName } from '../../src/importer/records';
import { UsageError } from './usage-error';

/** Options that say what an import may do. */
export interface RuleOptions {
  readonly onConflict: 'keep' | 'overwrite';
  readonly fields?: readonly ArticleFieldName[];
  readonly updateOnly: boolean;
  readonly createOnly: boolean;
  readonly restore: boolean;
}

const isField = (name: string): name is ArticleFieldName => (FIELD_NAMES as readonly string[]).includes(name);

/** `headline,body` */
function fieldNames(value: string): readonly ArticleFieldName[] {
  return value.split(',').map((part) => {
    const name = part.trim();
    if (isField(name)) return name;
    throw new InvalidArgumentError(`There is no field "${name}" (did you mean ${closest(name, [...FIELD_NAMES])}?).`);
  });
}

/** Adds to a verb the options that say what an import may do. */
export function withRuleOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--on-conflict <side>', 'where editor and source both changed a field: keep or overwrite the editor’s')
        .choices(['keep', 'overwrite'])
        .default('keep'),
    )
    .addOption(
      new Option('--fields <names>', 'write only these fields of known articles, e.g. headline,body').argParser(
        fieldNames,
      ),
    )
    .option('--update-only', 'leave out documents that would make new entries', false)
    .option('--create-only', 'leave out documents whose entries are there', false)
    .option('--restore', 'make entries again that an editor deleted', false);
}

/**
 * What the command line lets an import do.
 *
 * @throws UsageError for options that exclude each other
 */
export function toRules({ onConflict, fields, updateOnly, createOnly, restore }: RuleOptions): PlanRules {
  if (updateOnly && createOnly) throw new UsageError('--update-only and --create-only together leave nothing to do.');
  if (updateOnly && restore) throw new UsageError('--restore makes entries, and --update-only forbids it: drop one.');
  return { onConflict, fields: fields ?? null, updateOnly, createOnly, restore };
}
