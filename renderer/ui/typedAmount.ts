import { type Oere, parseKroner } from '../../shared/money.ts';

/** An amount as a caseworker types it: `24 000`, `24000,50`, `−200`. Øre; null when it is none. */
export const typedAmount = (typed: string): Oere | null => parseKroner(typed.replace(/\s/g, '').replace('−', '-'));
