/** How many calls an organisation may have in flight on one API (skatteetaten-apis.md 2.2). */
const MAX_SIMULTANEOUS = 5;

/** Counts the calls in flight per API and organisation. */
export class CallSlots {
  readonly #inFlight = new Map<string, number>();

  /** Takes a slot; returns how to give it back (once, however often it is called), or null when all are taken. */
  take(api: string, organisationNumber: string): (() => void) | null {
    const key = `${api} ${organisationNumber}`;
    const taken = this.#inFlight.get(key) ?? 0;
    if (taken >= MAX_SIMULTANEOUS) return null;
    this.#inFlight.set(key, taken + 1);
    let isHeld = true;
    return () => {
      if (isHeld) this.#inFlight.set(key, (this.#inFlight.get(key) ?? 1) - 1);
      isHeld = false;
    };
  }
}
