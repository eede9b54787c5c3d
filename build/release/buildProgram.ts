import path from 'node:path';
import { ensureBuilt } from '../setup/app.mjs';
import { root } from '../setup/run.mjs';
import { sealKey } from './keys.ts';
import type { Order } from './order.ts';
import { writeLicences } from './shippedPackages.ts';

/** Step 1: builds the program into out/app, with the flavour and the public half of the seal key compiled in. */
export async function buildProgram(order: Order): Promise<void> {
  await ensureBuilt(order.flavour, sealKey(order).publicKey);
  writeLicences(path.join(root, 'out/app/licences.json'));
}
