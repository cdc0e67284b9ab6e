import { resolve } from 'node:path';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = resolve(import.meta.dirname, '..');

const unsafeHtml = 'Text from a remote API would become markup. Render it as text.';
const noRawHtml = [
  { selector: 'MemberExpression[property.name=/^(inner|outer)HTML$/]', message: unsafeHtml },
  { selector: 'MemberExpression[property.name="insertAdjacentHTML"]', message: unsafeHtml },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: unsafeHtml },
  { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: unsafeHtml },
];

/** Rules of the strict set that ask for another style without finding mistakes here. */
const tasteOnly = {
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/no-deprecated': 'off', // Atlaskit marks properties that have no successor yet
  '@typescript-eslint/no-meaningless-void-operator': 'off',
  '@typescript-eslint/no-non-null-assertion': 'off', // the compiler checks indexed access; `!` marks what is known
  '@typescript-eslint/no-require-imports': 'off', // the import table decides what is loaded
  '@typescript-eslint/no-unnecessary-type-parameters': 'off', // a store answers the type its caller names
  '@typescript-eslint/require-await': 'off', // a function may be async because its port is
  '@typescript-eslint/unbound-method': 'off', // services are plain objects, without `this`
};

const typed = {
  files: ['{src,static,local,test,bench}/**/*.{ts,tsx}'],
  extends: [tseslint.configs.strictTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
  plugins: { 'react-hooks': reactHooks },
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  rules: {
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-new-func': 'error',
    'no-restricted-syntax': ['error', ...noRawHtml],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'react-hooks/rules-of-hooks': 'error',
    'react-hooks/exhaustive-deps': 'error',
    '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, minimumDescriptionLength: 10 }],
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    ...tasteOnly,
  },
};

/** The functions also run on Node 20, whose `URL.canParse` is wrong for letters beyond ASCII. */
const functions = {
  files: ['src/**/*.{ts,tsx}'],
  rules: {
    'no-restricted-properties': ['error', { object: 'URL', property: 'canParse', message: 'Ask parseUrl.' }],
  },
};

/** A pattern that tries one place after the other again and again holds a function or a browser for as long as it likes. */
const patterns = {
  files: ['{src,static,local}/**/*.{ts,tsx}'],
  ignores: ['src/visuals/sentence.ts'], // admins write sentences, and short ones
  plugins: { regexp },
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': ['error', { report: 'potential' }],
  },
};

/** Tests read replies as a stranger would, and what they assume of them is what they assert. */
const tests = {
  files: ['test/**/*.{ts,tsx}'],
  rules: {
    '@typescript-eslint/no-unnecessary-condition': 'off',
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-call': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-return': 'off',
  },
};

export default defineConfig(
  globalIgnores(['**/node_modules/', '**/build/', '.build/']),
  typed,
  functions,
  patterns,
  tests,
);
