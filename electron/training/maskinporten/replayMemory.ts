/** Remembers what has been used until it can no longer be used anyway. */
export class ReplayMemory {
  readonly #usedUntil = new Map<string, number>();
  #reuses = 0;

  /** Marks all traces as used until then (milliseconds); false when one of them was used before. */
  isFirstUse(traces: readonly string[], until: number, now: number): boolean {
    for (const [trace, end] of this.#usedUntil) if (end < now) this.#usedUntil.delete(trace);
    const isFirst = traces.every((trace) => !this.#usedUntil.has(trace));
    for (const trace of traces) this.#usedUntil.set(trace, until);
    if (!isFirst) this.#reuses += 1;
    return isFirst;
  }

  /** How often something was used again. */
  get reuses(): number {
    return this.#reuses;
  }
}
