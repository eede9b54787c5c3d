import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundledPackages } from './bundledPackages.ts';

// What package.json lists under `dependencies` (the two native packages) stays outside the bundles; all else goes in.
const define = {
  __SAKSBORD_FLAVOUR__: JSON.stringify(process.env.SAKSBORD_FLAVOUR ?? 'dev'),
  __SAKSBORD_SEAL_KEY__: JSON.stringify(process.env.SAKSBORD_SEAL_PUBLIC_KEY ?? ''),
};

// The oldest Electron the program runs on is the 33 of the tests (build/setup/electron.mjs).
const node = 'node20.18';
const chromium = 'chrome130';

export default defineConfig({
  main: {
    define,
    plugins: [bundledPackages('main')],
    build: {
      outDir: 'out/app/main',
      target: node,
      rolldownOptions: {
        input: {
          // The program as it is started: checks itself, then loads main.
          boot: 'electron/boot.ts',
          main: 'electron/main.ts',
          // Runs in a process of its own, so that a strict server never shares memory with the program it checks.
          simulatorProcess: 'electron/training/simulatorProcess.ts',
        },
      },
    },
  },
  preload: {
    plugins: [bundledPackages('preload')],
    build: {
      outDir: 'out/app/preload',
      target: node,
      // A sandboxed preload is one CommonJS file with nothing to require but electron.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts', passwordPreload: 'electron/certificate/passwordPreload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), bundledPackages('renderer')],
    build: {
      outDir: 'out/app/renderer',
      target: chromium,
      // The content security policy allows no data: URLs for scripts, styles or fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: 'renderer/index.html', password: 'renderer/password.html' } },
    },
  },
});
