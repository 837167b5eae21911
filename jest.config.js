/** Two projects: `core` is pure and takes seconds; `app` boots Strapi and real processes. */
const shared = {
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tests/tsconfig.json', diagnostics: false }] },
  testEnvironment: 'node',
  setupFilesAfterEnv: ['<rootDir>/tests/time-limit.js'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '<rootDir>/.tmp/', '<rootDir>/.cache/'],
};

module.exports = {
  projects: [
    { ...shared, displayName: 'core', testMatch: ['<rootDir>/tests/{admin,importer,scripts}/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'app',
      globalSetup: '<rootDir>/tests/app/compile.ts',
      testMatch: ['<rootDir>/tests/{app,stores}/**/*.test.ts'],
    },
  ],
};
