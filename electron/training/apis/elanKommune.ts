import type { Api } from './api.ts';
import { beslutning } from './beslutning.ts';
import { samordnetTrekk } from './samordnetTrekk.ts';
import { ULD_PROBLEMS } from './uldProblems.ts';
import { vedlegg } from './vedlegg.ts';

/** ELAN for municipalities (utleggsdatabasen.md 5). The addresses are our contract's. */
export const elanKommune: Api = {
  target: 'samordnetTrekk',
  base: '/elan/v1/elan-kommune',
  hasCallHeaders: true,
  // five at a time is the gateway's rule here: the contract has no 429
  problems: { ...ULD_PROBLEMS, unavailable: [503, 'ULD-002'] },
  operations: [samordnetTrekk, vedlegg, beslutning],
};
