import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

// The build leaves specs out; here they are what is compiled.
const { exclude: _, ...swc } = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
const transform = { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] };
const moduleNameMapper = {
  '^#(decider|client|contracts|law|codes|database-role|documents|event-store|department|projection|identity|ledger|messaging|procedure|runtime|vault)$':
    '<rootDir>/libs/$1/src/index.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};
const project = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  moduleNameMapper,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
};

// Tells what specs see to whoever makes the table of the plan (npm run trace).
const setupFilesAfterEnv = process.env.TRACE_TO ? ['<rootDir>/tests/trace/observing.ts'] : [];

/**
 * `rules` is pure and instant; `wired` runs against real dependencies; `journeys` are whole ledgers, up to a dozen processes
 * each, and want the machine to themselves.
 */
export default {
  projects: [
    { ...project, setupFilesAfterEnv, displayName: 'rules', testMatch: ['<rootDir>/{apps,libs}/**/!(*.int).spec.ts'] },
    {
      ...project,
      displayName: 'wired',
      testMatch: ['<rootDir>/{apps,libs}/**/*.int.spec.ts', '<rootDir>/tests/!(journeys)/**/*.spec.ts'],
    },
    { ...project, displayName: 'journeys', testMatch: ['<rootDir>/tests/journeys/**/*.spec.ts'] },
  ],
  // Most specs wait for processes of their own: even two cores are not busy with one spec at a time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testTimeout: 180_000,
};
