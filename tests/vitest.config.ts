import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // A browser is started, and on a fresh machine unpacked first.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
