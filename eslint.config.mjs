import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Modules of Node that reach out of the core: files, network, clock, processes. */
const OUTSIDE_WORLD =
  '^(node:)?(fs|net|http|http2|https|child_process|worker_threads|timers|os|process|cluster|dgram|dns|tls|readline|perf_hooks)(/|$)';

const ONE_WAY = 'Dependencies run one way: scripts, plugins and api → src/stores → src/importer.';
const PURE = 'src/importer is pure: files, network, clock and chance are handed to it.';

/** What no file of the core may import, at whatever depth it lies. */
const CORE_PATTERNS = [
  { regex: '^@strapi/', message: 'src/importer knows nothing of Strapi.' },
  { regex: OUTSIDE_WORLD, message: PURE },
  {
    regex: '^\\.{1,2}/(.*/)?(stores|api|plugins|components|extensions|scripts|config|tests|dist)(/|$)',
    message: ONE_WAY,
  },
];

/**
 * The core may not climb out of src/importer: at depth 0 (`src/importer/*.ts`) no `../`, at depth 1 no `../../`, and so on.
 * A config that names a rule replaces the rule as a whole, so each depth gets the complete list.
 */
const coreAtDepth = (depth) => ({
  files: [`src/importer/${'*/'.repeat(depth)}*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [{ name: 'node:crypto', allowImportNames: ['createHash', 'hash'], message: PURE }],
        patterns: [
          ...CORE_PATTERNS,
          { regex: `^(\\.\\./){${depth + 1}}`, message: ONE_WAY },
          { regex: '^crypto$', message: 'Write node:crypto.' },
        ],
      },
    ],
  },
});

const noSyntax = (selector, message) => ({ selector, message });

const corePurity = {
  files: ['src/importer/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...['process', 'console', 'globalThis', 'global', 'fetch', 'performance', 'crypto'].map((name) => ({
        name,
        message: PURE,
      })),
      ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({ name, message: PURE })),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: PURE },
      { object: 'Math', property: 'random', message: PURE },
    ],
    'no-restricted-syntax': [
      'error',
      noSyntax("NewExpression[callee.name='Date'][arguments.length=0]", PURE),
      noSyntax("CallExpression[callee.name='Date']", PURE),
      noSyntax(
        "CallExpression[callee.property.name=/^(now|local|utc)$/][callee.object.name='DateTime'][arguments.length=0]",
        PURE,
      ),
      noSyntax("CallExpression[callee.name='require']", 'Import it, so that the rule on imports sees it.'),
      noSyntax('ImportExpression', 'Import it at the top, so that the rule on imports sees it.'),
    ],
  },
};

/** The stores may climb out to the core alone. */
const storesAtDepth = (depth) => ({
  files: [`src/stores/${'*/'.repeat(depth)}*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: `^(\\.\\./){${depth + 1}}(?!importer/)`, message: ONE_WAY }] },
    ],
  },
});

const application = {
  files: ['src/**/*.ts', 'config/**/*.ts'],
  ignores: ['src/importer/**', 'src/stores/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ regex: '^\\.{1,2}/(.*/)?(scripts|tests|dist)(/|$)', message: ONE_WAY }] },
    ],
  },
};

const admin = {
  files: ['src/admin/**/*.{ts,tsx}', 'src/plugins/*/admin/**/*.{ts,tsx}'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: '^\\.{1,2}/(.*/)?(importer|stores|server|api|scripts)(/|$)',
            allowTypeImports: true,
            message: 'The admin panel takes types only: it runs in a browser.',
          },
        ],
      },
    ],
  },
};

/** Small files and functions: two screens for a file, one for a function. Tests tell stories and may be longer. */
const sizes = {
  files: ['src/**/*.{ts,tsx}', 'scripts/**/*.{ts,mjs}'],
  rules: {
    complexity: ['error', 12],
    'max-depth': ['error', 3],
    'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
    'max-params': ['error', 5],
  },
};

const typed = {
  files: ['**/*.ts'],
  ignores: ['src/admin/**', 'src/plugins/*/admin/**'],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
};

const common = {
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    eqeqeq: 'error',
    'no-else-return': 'error',
    'no-param-reassign': 'error',
    'no-var': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
    // `const { source, ...visible } = entry` is how a field is left out.
    '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
    '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  },
};

/** Tests read answers of any shape, and load the compiled application only after it was compiled. */
const tests = {
  files: ['tests/**/*.ts'],
  rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-require-imports': 'off' },
};

/** Plain JavaScript: set-up scripts and settings that Node reads as they are. */
const plainNode = {
  files: ['**/*.{js,mjs}'],
  languageOptions: {
    globals: Object.fromEntries(
      ['process', 'console', 'performance', 'fetch', 'URL', 'AbortSignal', 'Buffer', 'setTimeout', 'clearTimeout'].map(
        (name) => [name, 'readonly'],
      ),
    ),
  },
};

const commonJs = {
  files: ['**/*.js'],
  languageOptions: {
    sourceType: 'commonjs',
    globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' },
  },
  rules: { '@typescript-eslint/no-require-imports': 'off' },
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'build/',
      '.tmp/',
      '.cache/',
      '.strapi/',
      'coverage/',
      'reports/',
      'public/',
      'types/generated/',
    ],
  },
  eslint.configs.recommended,
  tseslint.configs.recommended,
  common,
  typed,
  plainNode,
  commonJs,
  tests,
  sizes,
  ...[0, 1, 2, 3].map(coreAtDepth),
  corePurity,
  ...[0, 1, 2].map(storesAtDepth),
  application,
  admin,
);
