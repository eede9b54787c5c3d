import path from 'node:path';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { fuses } from './release/fuses.ts';
import type { LinuxFiles } from './release/linuxFiles.ts';
import { type Order, outFolder, product } from './release/order.ts';
import type { Runtime } from './release/runtime.ts';
import { signWindows } from './release/signWindows.ts';

const installer = path.join(import.meta.dirname, 'installer');
const linux = path.join(installer, 'linux');

/** What the hooks do, so that this file only describes. */
export interface Hooks {
  readonly afterPack: (context: AfterPackContext) => Promise<void>;
  readonly afterSign: (context: AfterPackContext) => Promise<void>;
}

/**
 * Everything electron-builder is told. `runtime`: the Electron to pack; `files`: what Linux packages hold beside the program's own folder.
 * Never change `appId`, `nsis.guid` or `msi.upgradeCode`: systems know an installed program by them.
 */
export function electronBuilderConfig(order: Order, runtime: Runtime, files: LinuxFiles, hooks: Hooks): Configuration {
  const { flavour, fast, rehearsal, version } = order;
  const { appId, name, executable } = product(flavour);
  const release = flavour === 'release';
  return {
    appId,
    productName: name,
    copyright: 'Copyright © 2026 Saksbord',
    extraMetadata: {
      name: executable,
      productName: name,
      desktopName: `${executable}.desktop`,
      version,
    },
    electronVersion: runtime.version,
    electronDist: runtime.dist,
    electronLanguages: ['nb', 'en-US'],
    electronFuses: fuses(flavour),
    // The native packages bring ready binaries for every platform; nothing is compiled.
    npmRebuild: false,
    removePackageScripts: true,
    asar: true,
    asarUnpack: ['**/*.node'],
    files: [
      'package.json',
      'out/app/**',
      '!**/.built-from',
      // Sources, and a binary for a library of C that Electron does not run on.
      '!node_modules/keytar/{src,script,binding.gyp}{,/**}',
      '!node_modules/node-addon-api/**',
      '!node_modules/@libsql/*-musl/**',
      // One system's binaries only; keytar brings all, and a copy of the one for the system that installed it.
      '!node_modules/keytar/build/**',
      `!node_modules/keytar/prebuilds/!(${runtime.platform})/**`,
      `!node_modules/@libsql/!(${runtime.platform}*)/**`,
      '!**/*.{d.ts,d.cts,md,map}',
    ],
    directories: { output: outFolder(order), buildResources: installer },
    artifactName: `\${name}-\${version}${rehearsal ? '-rehearsal' : ''}-\${os}-\${arch}.\${ext}`,
    afterPack: hooks.afterPack,
    afterSign: hooks.afterSign,
    // The address in a package is never used: the program takes it from IT's policy. Without one, electron-updater knows no package type.
    publish: [{ provider: 'generic', url: 'https://set-by-policy.invalid', channel: 'latest' }],

    linux: {
      icon: path.join(installer, 'icons'),
      executableName: executable,
      category: 'Office',
      maintainer: 'Saksbord <saksbord@saksbord.invalid>',
      vendor: 'Saksbord',
      synopsis: release ? 'Caseworker desk for Norwegian municipalities' : 'Test build of Saksbord',
      syncDesktopName: true,
      desktop: { entry: { StartupWMClass: name } },
    },
    deb: {
      // openssl: what starts the program checks the seal with it. A keychain is needed too; which one is the desktop's choice.
      depends: [
        ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'libatspi2.0-0', 'libsecret-1-0'],
        ...['xdg-utils', 'openssl'],
      ],
      recommends: ['gnome-keyring'],
      packageCategory: 'utils',
      compression: fast ? 'gz' : 'xz',
      afterInstall: path.join(linux, 'postinst.sh'),
      afterRemove: path.join(linux, 'postrm.sh'),
      appArmorProfile: path.join(linux, 'apparmor.profile'),
      fpm: [`--before-install=${files.preinst}`, ...files.mappings],
    },
    rpm: {
      depends: [
        ...['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'libXScrnSaver', 'libXtst', 'at-spi2-core', 'libsecret'],
        ...['xdg-utils', 'openssl'],
      ],
      compression: fast ? 'gzip' : 'xz',
      afterInstall: path.join(linux, 'postinst.sh'),
      afterRemove: path.join(linux, 'postrm.sh'),
      appArmorProfile: path.join(linux, 'apparmor.profile'),
      fpm: [...files.mappings],
    },

    win: {
      icon: path.join(installer, 'icon.ico'),
      target: ['nsis', 'msi'],
      requestedExecutionLevel: 'asInvoker',
      signExts: ['.dll', '.node'],
      verifyUpdateCodeSignature: true,
      signtoolOptions: {
        sign: signWindows,
        signingHashAlgorithms: ['sha256'],
        ...(process.env.SAKSBORD_WIN_PUBLISHER && { publisherName: [process.env.SAKSBORD_WIN_PUBLISHER] }),
      },
    },
    nsis: {
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: false,
      deleteAppDataOnUninstall: false,
      createDesktopShortcut: false,
      guid: release ? '6d6f6a0e-5b1c-5d0a-9f0e-3a6f6b1b2c01' : '6d6f6a0e-5b1c-5d0a-9f0e-3a6f6b1b2c02',
    },
    msi: {
      oneClick: false,
      perMachine: true,
      runAfterFinish: false,
      createDesktopShortcut: false,
      upgradeCode: release ? '{B7A0B8A2-6E57-4C0A-9E7D-0C4B4E5F6A01}' : '{B7A0B8A2-6E57-4C0A-9E7D-0C4B4E5F6A02}',
    },

    mac: {
      icon: path.join(installer, 'icon.icns'),
      category: 'public.app-category.business',
      target: ['pkg', 'zip'],
      hardenedRuntime: true,
      entitlements: path.join(installer, 'mac/entitlements.plist'),
      entitlementsInherit: path.join(installer, 'mac/entitlements.plist'),
      // Notarizes with APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER of the environment.
      notarize: release && !rehearsal,
    },
    // An unsigned release of Windows or macOS stops here.
    forceCodeSigning: release,
  };
}
