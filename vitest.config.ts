import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that leave nothing behind in their process: one process runs them all, and loads what they share once. */
const TOGETHER = [
  'domain',
  'grants',
  'policy',
  'reconcile',
  'ledger',
  'report',
  'examples',
  'providers',
  'sim',
  'apply',
  'forge/github',
  'commands',
]
  .map((folder) => `test/${folder}/**/*.test.ts`)
  // Those that are left out run the bundle, as processes of their own.
  .concat('test/scenarios/!(00-playground|45-killed|49-interrupted|53-exit-codes).test.ts');

/** What puts another module in the place of one. */
const REPLACING = ['test/grants/document-bug.test.ts'];

export default defineConfig({
  test: {
    setupFiles: ['test/no-network.ts'],
    testTimeout: 60_000,
    // Half of the time of a scenario is waiting for Git's children.
    maxWorkers: 2 * availableParallelism(),
    projects: [
      { extends: true, test: { name: 'together', isolate: false, include: TOGETHER, exclude: REPLACING } },
      { extends: true, test: { name: 'replacing', include: REPLACING } },
      {
        extends: true,
        test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: TOGETHER, globalSetup: ['test/bundle.ts'] },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/grants/**', 'src/policy/**', 'src/reconcile/**', 'src/ledger/chain.ts'],
      exclude: ['src/grants/generated/**'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
      reporter: ['text-summary', 'json'],
    },
  },
});
