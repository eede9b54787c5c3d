import { SetupError } from '../setup/run.mjs';
import { readFuses } from './fuses.ts';
import { finishedProgram, type Order } from './order.ts';

/** Step 3: reads the fuses back from the finished program. With one that is wrong, nothing is signed. */
export async function checkFuses(order: Order): Promise<void> {
  const read = await readFuses(finishedProgram(order).executable, order.flavour);
  const wrong = read.filter((fuse) => !fuse.right).map((fuse) => fuse.name);
  if (wrong.length > 0) throw new SetupError(`fuses are not as they must be: ${wrong.join(', ')}`);
}
