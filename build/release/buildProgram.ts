import { ensureBuilt } from '../setup/app.mjs';
import { sealKey } from './keys.ts';
import type { Order } from './order.ts';

/** Step 1: builds the program into out/app, with the flavour and the public half of the seal key compiled in. */
export async function buildProgram(order: Order): Promise<void> {
  await ensureBuilt(order.flavour, sealKey(order).publicKey);
}
