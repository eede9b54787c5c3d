import type { UpdateMode } from '../../shared/update.ts';
import { signedFolder } from './signedFolder.ts';
import { createUpdater, type Updater, type UpdaterPorts } from './Updater.ts';

/** What the policy says about new versions. */
export type UpdatePolicy =
  | { readonly mode: 'off' }
  | { readonly mode: Exclude<UpdateMode, 'off'>; readonly url: string };

/**
 * What looks after new versions of an installed program; `publicKey` is the base64 of the SPKI of the key that signs its feeds. Off by policy
 * nothing is loaded and nobody is asked.
 */
export async function openUpdater(
  policy: UpdatePolicy,
  publicKey: string,
  ports: Omit<UpdaterPorts, 'mode' | 'updater'>,
): Promise<Updater> {
  if (policy.mode === 'off') return createUpdater({ ...ports, mode: 'off', updater: null });
  const { autoUpdater } = await import('electron-updater');
  autoUpdater.setFeedURL({ provider: 'custom', updateProvider: signedFolder(policy.url, publicKey) });
  return createUpdater({ ...ports, mode: policy.mode, updater: autoUpdater });
}
