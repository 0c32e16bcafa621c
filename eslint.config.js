import prettier from 'eslint-config-prettier';
import typescript from 'typescript-eslint';

const nameless = ['common', 'utils', 'helpers', 'shared', 'core', 'interfaces', 'dto', 'entities'];

export default typescript.config(
  {
    ignores: ['dist/', 'data/', 'node_modules/', 'tests/bench/node_modules/', 'coverage/', 'libs/client/src/schema.ts'],
  },
  ...typescript.configs.recommended,
  { rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] } },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A rejection that nobody waits for ends the process after the caller was told that all is well.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ClassDeclaration[id.name=/(Manager|Impl|Dto|Utils|Helper)$/]',
          message: 'Name it by what it does.',
        },
        { selector: 'ClassDeclaration[id.name=/^Base[A-Z]/]', message: 'Name it by what it does.' },
        { selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]', message: 'An interface needs no I.' },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: nameless.map((name) => ({ group: [`**/${name}/**`], message: 'Name folders by what they do.' })) },
      ],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // The law reads no clock and rolls no dice: time, identity and randomness are arguments.
    files: [
      '**/*.decider.ts',
      '**/*.policy.ts',
      '**/*.projection.ts',
      '**/*.deadlines.ts',
      'libs/{law,codes,decider,procedure}/src/**/*.ts',
    ],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
        { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
        { object: 'crypto', property: 'randomUUID', message: 'Identity is an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time is an argument.' },
        { selector: 'AwaitExpression', message: 'Pure code awaits nothing.' },
        { selector: ':function[async=true]', message: 'Pure code awaits nothing.' },
      ],
    },
  },
  {
    // A counter needs the class itself, or Nest loses the body's type and validates nothing.
    files: ['**/*.controller.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/cli/**', '**/*.mjs', 'tests/bench/**', 'tests/trace/trace.ts', 'tests/api/{api,example}.ts'],
    rules: { 'no-console': 'off' },
  },
  prettier,
);
