import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Licence } from '../shared/ipc/sessionCalls.ts';

/**
 * The packages the program brings, with their licences, from the list that was made with it (build/release/shippedPackages.ts). Empty where the program
 * runs from its sources: there is no list until it is packaged.
 */
export async function readLicences(file: string): Promise<Licence[]> {
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return z.array(Licence).parse(JSON.parse(text));
}
