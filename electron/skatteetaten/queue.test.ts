import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createQueue } from './queue.ts';

const forever = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('createQueue', () => {
  it('lets five in at a time, in the order of asking', async () => {
    const queue = createQueue();
    const begun: number[] = [];
    const finish: (() => void)[] = [];
    const all = Array.from({ length: 12 }, (_, index) =>
      queue.run(forever, async () => {
        begun.push(index);
        await new Promise<void>((resolve) => finish.push(resolve));
        return index;
      }),
    );
    await turn();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    finish[2]?.();
    await turn();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
    for (let done = 0; done < 12; done += 1) {
      finish[done]?.();
      await turn();
    }
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await Promise.all(all)).toEqual(begun.map((value) => ({ ok: true, value })));
  });

  it('lets who waits give up, and the next one in', async () => {
    const queue = createQueue();
    const finish: (() => void)[] = [];
    const hold = () => queue.run(forever, () => new Promise<void>((resolve) => finish.push(resolve)));
    const holders = Array.from({ length: 5 }, hold);
    const impatient = new AbortController();
    const begun: string[] = [];
    const given = queue.run(impatient.signal, async () => begun.push('impatient'));
    const patient = queue.run(forever, async () => begun.push('patient'));
    impatient.abort();
    expect(await given).toEqual({ ok: false, error: { code: 'cancelled' } });
    finish[0]?.(); // one place, and it must not go to who has left
    await patient;
    expect(begun).toEqual(['patient']);
    for (const one of finish) one();
    await Promise.all(holders);
  });

  it('does not begin what is cancelled already', async () => {
    const begun: string[] = [];
    const refused = await createQueue().run(AbortSignal.abort(), async () => begun.push('begun'));
    expect(refused).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(begun).toEqual([]);
  });

  it('gives the place back when a task throws', async () => {
    const queue = createQueue();
    for (let index = 0; index < 6; index += 1) {
      await expect(queue.run(forever, () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    }
    expect(await queue.run(forever, async () => 'in')).toEqual({ ok: true, value: 'in' });
  });

  it('never has more than five running, whatever fails or is cancelled', async () => {
    const task = fc.record({
      length: fc.integer({ min: 1, max: 4 }),
      fails: fc.boolean(),
      cancelled: fc.option(fc.nat(6)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(task, { maxLength: 40 }), async (tasks) => {
        const queue = createQueue();
        let running = 0;
        let most = 0;
        const all = tasks.map(async ({ length, fails, cancelled }) => {
          const controller = new AbortController();
          const done = queue.run(controller.signal, async () => {
            running += 1;
            most = Math.max(most, running);
            for (let left = length; left > 0; left -= 1) await turn();
            running -= 1;
            if (fails) throw new Error('bug');
          });
          const settled = done.catch(() => {});
          if (cancelled !== null) {
            for (let left = cancelled; left > 0; left -= 1) await turn();
            controller.abort();
          }
          await settled;
        });
        await Promise.all(all);
        expect(most).toBe(Math.min(5, tasks.length));
        expect(await queue.run(forever, async () => 'in')).toEqual({ ok: true, value: 'in' });
      }),
      { numRuns: 50 },
    );
  });
});
