import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A PDF as others see it: poppler reads it, not the program that made it. */
export interface ReadPdf {
  /** What can be selected and copied, with every kind and run of space as one. */
  readonly text: string;
  /** Has it the structure that a screen reader needs? */
  readonly tagged: boolean;
  readonly sha256: string;
}

/** Reads a PDF file; throws when it is none. */
export function readPdf(file: string): ReadPdf {
  const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8' });
  return {
    text: plain(run('pdftotext', '-layout', file, '-')),
    tagged: /^Tagged:\s+yes$/m.test(run('pdfinfo', file)),
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
  };
}

/** Every run of spaces, thin ones among them, as one ordinary space. */
export const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
