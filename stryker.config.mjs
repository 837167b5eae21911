/** Few examples of every property, always the same ones: the fixtures judge most mutants, and each mutant costs a run. */
process.env.PROPERTY_RUNS ??= '10';

/** Mutation testing of the parser: `npm run mutation`, or `npm run mutation -- --mutate 'src/importer/parse/dates/**'` for a part. */
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
