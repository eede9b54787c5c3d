import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';

const NEWLINE = 0x0a;

/** A file that lines are only ever added to. What `append` has returned from is on the disk, whatever kills the process afterwards. */
export class AppendOnlyFile {
  /** The lines that were there when it was opened. */
  readonly lines: readonly string[];
  readonly #descriptor: number;
  #length: number;

  /** Opens the file or makes it. A line that was cut off while it was written was never answered for, and is removed. */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'a+', 0o600);
    const bytes = readFileSync(this.#descriptor);
    this.#length = bytes.lastIndexOf(NEWLINE) + 1;
    if (this.#length < bytes.length) ftruncateSync(this.#descriptor, this.#length);
    this.lines = bytes.subarray(0, this.#length).toString('utf8').split('\n').slice(0, -1);
  }

  /** Adds lines and waits for the disk. When that fails nothing has been added, and it throws. */
  append(lines: readonly string[]): void {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(this.#descriptor, bytes, written);
      fsyncSync(this.#descriptor);
    } catch (error) {
      ftruncateSync(this.#descriptor, this.#length);
      throw error;
    }
    this.#length += bytes.length;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
