import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Configuration } from 'electron-builder';
import type { Flavour } from './order.ts';

/** All eight, none left to what Electron comes with. A test build lets a debugger in; that is the only difference. */
export const fuses = (flavour: Flavour) =>
  ({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: flavour === 'test',
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    // The pages come from app://, so file: needs no privileges.
    grantFileProtocolExtraPrivileges: false,
  }) as const satisfies Configuration['electronFuses'];

/** What the eight are called in the wire that is read back. */
const positions = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
} as const satisfies Record<keyof ReturnType<typeof fuses>, FuseV1Options>;

/** One fuse of a finished program: as it is, and whether that is as it should be. */
export interface ReadFuse {
  readonly name: string;
  readonly on: boolean;
  readonly right: boolean;
}

/** Reads the eight fuses back from a program's executable. A fuse that is neither on nor off is never right. */
export async function readFuses(executable: string, flavour: Flavour): Promise<ReadFuse[]> {
  const wire = await getCurrentFuseWire(executable);
  const wanted = fuses(flavour);
  return (Object.keys(positions) as (keyof typeof positions)[]).map((name) => {
    const state = wire[positions[name]];
    return {
      name,
      on: state === FuseState.ENABLE,
      right: state === (wanted[name] ? FuseState.ENABLE : FuseState.DISABLE),
    };
  });
}
