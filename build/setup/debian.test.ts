import { expect, test } from 'vitest';
import { installedPackages } from './debian.mjs';

test('a package counts as installed under its own name and the names it provides, and not once removed', () => {
  const installed = installedPackages(`Package: libgtk-3-0t64
Status: install ok installed
Provides: libgtk-3-0 (= 3.24.49-3), gtk-something
Description: a library

Package: xvfb
Status: deinstall ok config-files

Package: openssl
Status: install ok unpacked`);

  expect([...installed]).toEqual(['libgtk-3-0t64', 'libgtk-3-0', 'gtk-something']);
});
