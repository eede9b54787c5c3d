import { randomInt } from 'node:crypto';
import { type CallError, errorTable, type Failure } from '../../shared/ipc/errors.ts';

/** Letters and digits that can't be mistaken for each other when read aloud. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A failure as the window gets it, with a reference to read to support: `K7Q2-MP-200-5b0f5c1e` (ours, the authority's code, its trace). */
export function toCallError(failure: Failure): CallError {
  const facts: { retryable: boolean; authority?: string } = errorTable[failure.code];
  const own = Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const authority = failure.detail?.authorityCode ?? facts.authority;
  const trace = failure.trace?.replace(/[^A-Za-z0-9]/g, '').slice(0, 8);
  return {
    code: failure.code,
    retryable: facts.retryable,
    reference: [own, authority, trace].filter(Boolean).join('-'),
    ...(failure.detail === undefined ? {} : { detail: failure.detail }),
  };
}
