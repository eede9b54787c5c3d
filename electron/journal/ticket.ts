/**
 * Proof that a journal row was written before a call to an authority: only the journal makes one, and no client asks without it
 * (design.md 5, promise 2).
 */
export interface LookupTicket {
  readonly journalId: string;
  readonly __ticket: unique symbol;
}
