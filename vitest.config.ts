import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/bundle.ts'],
    setupFiles: ['test/no-network.ts'],
    testTimeout: 60_000,
    // Half of the time of a scenario is waiting for Git's children.
    maxWorkers: 2 * availableParallelism(),
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/grants/**', 'src/policy/**', 'src/reconcile/**', 'src/ledger/chain.ts'],
      exclude: ['src/grants/generated/**'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
      reporter: ['text-summary', 'json'],
    },
  },
});
