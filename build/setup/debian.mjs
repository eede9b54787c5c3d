import { existsSync, readFileSync } from 'node:fs';
import { capture, SetupError, say } from './run.mjs';

/** What `npm run package` and `npm run release` use beside that: archives, deb, rpm, signatures, and their checks. */
export const packagingTools = [
  ...['7zip', 'dpkg', 'rpm', 'binutils', 'gnupg', 'openssl', 'apt-utils', 'debsig-verify', 'desktop-file-utils'],
  ...['xauth', 'libnss3-tools'],
];

/** What the rehearsal of a Windows release uses beside that: a compiler, NSIS, MSI, Authenticode. */
export const windowsTools = ['gcc-mingw-w64-x86-64-win32', 'nsis', 'wixl', 'msitools', 'osslsigncode'];

/** What Electron's own libraries need, then what a machine without a desktop needs to show a window and keep a secret. */
const packages = [
  ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libatk-bridge2.0-0', 'libdrm2'],
  ...['libsecret-1-0', 'fonts-liberation'],
  ...['xvfb', 'dbus', 'dbus-x11', 'gnome-keyring'],
  // The tests read the PDFs the program makes, and make certificates it did not make itself.
  ...['poppler-utils', 'openssl'],
];

/** dpkg's own record of what is installed. */
const status = '/var/lib/dpkg/status';

/**
 * Installs missing system packages on Debian as root; says what to run where it may not.
 * @param {string[]} [more] packages beside those that everything needs
 */
export async function ensureSystemPackages(more = []) {
  const wanted = [...packages, ...more];
  if (process.platform !== 'linux') return;
  if (!existsSync(status)) {
    say(`this is not Debian or Ubuntu; what is needed is called there: ${wanted.join(' ')}`);
    return;
  }
  const installed = installedPackages(readFileSync(status, 'utf8'));
  const missing = wanted.filter((name) => !installed.has(name));
  if (missing.length === 0) return;

  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...missing];
  if (process.getuid?.() !== 0) {
    throw new SetupError(`system packages are missing. Run this, then try again:\n  sudo ${install.join(' ')}`);
  }
  say(`installing system packages, once: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await capture('apt-get', ['update'], { env });
  const { code, output } = await capture('apt-get', install.slice(1), { env });
  if (code !== 0) throw new SetupError(`system packages could not be installed:\n${output}\n  ${install.join(' ')}`);
}

/**
 * @param {string} text contents of /var/lib/dpkg/status
 * @returns {Set<string>} names of the installed packages, and the names they provide: a library that a later release
 *   of Debian has renamed still provides its old name
 */
export function installedPackages(text) {
  const names = new Set();
  for (const paragraph of text.split('\n\n')) {
    if (!/^Status: .* installed$/m.test(paragraph)) continue;
    const fields = paragraph.matchAll(/^(?:Package|Provides): (.*)$/gm);
    for (const [, list = ''] of fields) {
      for (const name of list.split(', ')) names.add(name.split(' ')[0]);
    }
  }
  return names;
}
