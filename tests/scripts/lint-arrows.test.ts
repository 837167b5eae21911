import path from 'node:path';
import { ROOT, runModule } from './run-module';

/** Snippets as if they stood in the named file, and the rule that must object; null where nothing may object. */
const CASES: readonly (readonly [file: string, code: string, rule: string | null])[] = [
  ['src/importer/a.ts', "import { createStrapi } from '@strapi/strapi'; createStrapi();", 'no-restricted-imports'],
  ['src/importer/a.ts', "import type { Core } from '@strapi/types'; export type A = Core;", 'no-restricted-imports'],
  ['src/importer/a.ts', "export { x } from '../stores/x';", 'no-restricted-imports'],
  ['src/importer/a.ts', "export { x } from '../index';", 'no-restricted-imports'],
  ['src/importer/parse/a.ts', "export { x } from '../../api/article/x';", 'no-restricted-imports'],
  ['src/importer/parse/a.ts', "export { x } from '../../anything';", 'no-restricted-imports'],
  ['src/importer/parse/a.ts', "export { x } from '../normalise/x';", null],
  ['src/importer/parse/date/a.ts', "export { x } from '../../../anything';", 'no-restricted-imports'],
  ['src/importer/parse/date/a.ts', "export { x } from '../../normalise/x';", null],
  ['src/importer/a.ts', "export { readFileSync } from 'node:fs';", 'no-restricted-imports'],
  ['src/importer/a.ts', "export { readFile } from 'fs/promises';", 'no-restricted-imports'],
  ['src/importer/a.ts', "export { setTimeout } from 'node:timers/promises';", 'no-restricted-imports'],
  ['src/importer/a.ts', "export { hostname } from 'os';", 'no-restricted-imports'],
  ['src/importer/a.ts', "export { randomUUID } from 'node:crypto';", 'no-restricted-imports'],
  ['src/importer/a.ts', "export { createHash } from 'node:crypto';", null],
  ['src/importer/a.ts', "export const a = require('node:fs');", 'no-restricted-syntax'],
  ['src/importer/a.ts', "export const a = () => import('node:fs');", 'no-restricted-syntax'],
  ['src/importer/a.ts', 'export const a = process.env.HOME;', 'no-restricted-globals'],
  ['src/importer/a.ts', "console.log('a');", 'no-restricted-globals'],
  ['src/importer/a.ts', 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  ['src/importer/a.ts', 'export const a = Date.now();', 'no-restricted-properties'],
  ['src/importer/a.ts', 'export const a = Math.random();', 'no-restricted-properties'],
  ['src/importer/a.ts', 'export const a = new Date();', 'no-restricted-syntax'],
  ['src/importer/a.ts', 'export const a = (text: string) => new Date(text);', null],
  ['src/stores/a.ts', "export { x } from '../importer/x';", null],
  ['src/stores/a.ts', "export { x } from './b';", null],
  ['src/stores/bulk/a.ts', "export { x } from '../../importer/x';", null],
  ['src/stores/bulk/a.ts', "export { x } from '../document-store';", null],
  ['src/stores/bulk/a.ts', "export { x } from '../../index';", 'no-restricted-imports'],
  ['src/stores/a.ts', "export { x } from '../publicity/x';", 'no-restricted-imports'],
  ['src/publicity/a.ts', "export { x } from '../../scripts/x';", 'no-restricted-imports'],
  ['src/stores/a.ts', "export { x } from '../../scripts/x';", 'no-restricted-imports'],
  ['src/stores/a.ts', "export { x } from '../api/tag/x';", 'no-restricted-imports'],
  ['src/stores/a.ts', "export { x } from '../plugins/copydesk/server/x';", 'no-restricted-imports'],
  ['src/api/tag/a.ts', "export { x } from '../../../scripts/x';", 'no-restricted-imports'],
  ['src/api/tag/a.ts', "export { x } from '../../stores/x';", null],
  ['src/plugins/copydesk/server/src/a.ts', "export { x } from '../../../../../scripts/x';", 'no-restricted-imports'],
  ['src/admin/a.ts', "export { x } from '../importer/x';", '@typescript-eslint/no-restricted-imports'],
  ['src/admin/a.ts', "import type { X } from '../importer/x'; export type A = X;", null],
  [
    'src/plugins/copydesk/admin/src/a.ts',
    "export { x } from '../../server/src/x';",
    '@typescript-eslint/no-restricted-imports',
  ],
];

/** One process lints all; rules that need types are off, since the files do not exist. */
async function lintAll(): Promise<readonly (readonly string[])[]> {
  const { stdout, stderr } = await runModule(`
    import { ESLint } from 'eslint';
    import tseslint from 'typescript-eslint';
    const untyped = { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked };
    untyped.rules = { ...untyped.rules, '@typescript-eslint/no-require-imports': 'off' };
    const eslint = new ESLint({ cwd: '${ROOT}', overrideConfig: [untyped] });
    const rules = [];
    for (const [file, code] of ${JSON.stringify(CASES)}) {
      const [result] = await eslint.lintText(code, { filePath: '${ROOT}${path.sep}' + file });
      rules.push([...new Set(result.messages.map((message) => message.ruleId ?? message.message))]);
    }
    console.log(JSON.stringify(rules));`);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[][];
}

describe('the dependency arrows', () => {
  let found: readonly (readonly string[])[];

  beforeAll(async () => {
    found = await lintAll();
  }, 60_000);

  it.each(CASES.map(([file, code, rule], index) => ({ file, code, rule, index })))(
    '$file: $code → $rule',
    ({ rule, index }) => {
      expect(found[index]).toEqual(rule === null ? [] : [rule]);
    },
  );
});
