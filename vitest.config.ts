import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/no-network.ts'],
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/grants/**', 'src/policy/**', 'src/reconcile/**'],
      exclude: ['src/grants/generated/**'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
      reporter: ['text-summary', 'json'],
    },
  },
});
