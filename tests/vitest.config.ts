import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    // No module has state that a test could leave behind, and loading the language model for each
    // file anew took most of the time.
    isolate: false,
    // Many wait for a browser or a program: on two cores Vitest would run but one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What earlier runs made proves nothing; tests of what is kept say so themselves.
    env: { SYNOPTIC_NO_CACHE: '1' },
    // A browser is started, and on a fresh machine unpacked first.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
