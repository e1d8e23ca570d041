import { defineConfig } from 'vitest/config';

process.env.TESSERA_TEST_SERVER ??= 'debian';

/** `npm run test:server`: what depends on the database server, on Debian's PostgreSQL 15, the oldest that we support. */
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/reporter.ts'],
    globalSetup: ['./test/server.ts'],
    include: ['src/*/server/**/*.test.ts', 'src/platform/db/**/*.test.ts', 'test/permission/**/*.test.ts', 'test/crash/**/*.test.ts'],
  },
});
