/**
 * Mutation testing of the parser: `npm run mutation`, or `npm run mutation -- --mutate 'src/importer/parse/dates/**'` for a part.
 * The tests that judge are listed in `tests/mutation/parser.test.ts`. Three files of tests are not among them, since each takes as long
 * as most others together: `parse/properties.test.ts` and `parse/pages.test.ts` (generated pages), `parse/large-pages.test.ts` (size).
 */
export default {
  buildCommand: 'tsc -p tests/mutation/tsconfig.json',
  testRunner: 'circus',
  plugins: ['./tests/mutation/circus-runner.mjs', './tests/mutation/ignore-reasons.mjs'],
  ignorers: ['reasons'],
  mutate: [
    'src/importer/parse/**/*.ts',
    'src/importer/profiles/{compile-profile,phrases,ranking-key,windows}.ts',
    'src/importer/normalise/{fold,headline-key,tag-name}.ts',
    'src/importer/readers/{binary,charsets,decode,read-text}.ts',
  ],
  coverageAnalysis: 'perTest',
  disableTypeChecks: true,
  concurrency: 1,
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false, reportScoreTable: true },
  tempDirName: '.tmp/stryker',
  ignorePatterns: ['dist', 'build', '.cache', 'public', 'src/admin', 'src/api', 'src/plugins', 'src/stores', 'types'],
  thresholds: { high: 90, low: 80, break: null },
};
