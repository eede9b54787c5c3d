import { type KeychainEntries, MAX_ENTRY_LENGTH } from '../entryStore.ts';

/** Keychain entries for tests: as strict as the strictest of the three systems, and able to die after a number of changes. */
export class MemoryEntries implements KeychainEntries {
  readonly texts = new Map<string, string>();
  changesLeft = Number.POSITIVE_INFINITY;

  async get(account: string): Promise<string | null> {
    return this.texts.get(account) ?? null;
  }
  async set(account: string, text: string): Promise<void> {
    this.#change();
    if (text === '' || text.includes('\0') || Buffer.byteLength(text, 'utf8') > MAX_ENTRY_LENGTH)
      throw new Error('stub received bad data');
    this.texts.set(account, text);
  }
  async delete(account: string): Promise<boolean> {
    this.#change();
    return this.texts.delete(account);
  }
  #change(): void {
    if (this.changesLeft === 0) throw new Error('the power went');
    this.changesLeft -= 1;
  }
}
