import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

export default defineConfig({
  root,
  define: { __SAKSBORD_FLAVOUR__: '"test"' },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['{shared,electron,renderer,build}/**/*.test.{ts,tsx}'] },
      },
      {
        // Real parts of this machine: the keychain, the encrypted database, HTTP to the simulator.
        extends: true,
        test: { name: 'integration', include: ['electron/**/*.itest.ts'], testTimeout: 30_000 },
      },
      {
        // The real program in a real window. One at a time: they share the display's focus and two processor cores.
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          fileParallelism: false,
          // V8's inspector now and then loses an answer, and Playwright, which drives Electron through it, waits for ever.
          retry: 1,
          // A first start makes the simulator's keys; a busy machine needs patience.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Packages as IT installs them, on this machine, as root. One at a time: they are the same machine.
        extends: true,
        test: {
          name: 'installed',
          include: ['e2e/installed/**/*.installed.ts'],
          fileParallelism: false,
          testTimeout: 150_000,
          hookTimeout: 150_000,
        },
      },
    ],
  },
});
