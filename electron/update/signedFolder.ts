import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater';
import { type ProviderRuntimeOptions, parseUpdateInfo, resolveFiles } from 'electron-updater/out/providers/Provider.js';
import type { ErrorCode } from '../../shared/ipc/errors.ts';
import { isSigned, SIGNATURE_SUFFIX } from './feedSignature.ts';

/** Thrown where electron-updater expects an answer: a feed that must not be followed. */
export class FeedRefused extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.code = code;
  }
}

/** The version that runs. `compare` is above zero when it is the newer one. */
interface Version {
  compare(other: string): number;
}

/**
 * Makes electron-updater follow the municipality's folder at `url` (https). What its feed says counts only with our signature beside it
 * (`publicKey`: base64 of the SPKI), and it is the bytes that were checked which are followed. Throws FeedRefused.
 */
export const signedFolder = (url: string, publicKey: string) =>
  class extends Provider<UpdateInfo> {
    readonly #folder = new URL(`${url.replace(/\/$/, '')}/`);
    readonly #running: Version;

    constructor(_options: unknown, updater: { readonly currentVersion: Version }, runtime: ProviderRuntimeOptions) {
      super({ ...runtime, isUseMultipleRangeRequest: false });
      this.#running = updater.currentVersion;
    }

    async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`;
      const address = new URL(name, this.#folder);
      const feed = (await this.httpRequest(address)) ?? '';
      const signature = (await this.httpRequest(new URL(name + SIGNATURE_SUFFIX, this.#folder))) ?? '';
      if (!isSigned(feed, signature, publicKey)) throw new FeedRefused('update-feed-forged');
      const info = parseUpdateInfo(feed, name, address);
      // An old feed with a good signature is still a way to bring an old fault back.
      if (this.#running.compare(info.version) > 0) throw new FeedRefused('update-older');
      return info;
    }

    resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
      return resolveFiles(info, this.#folder);
    }
  };
