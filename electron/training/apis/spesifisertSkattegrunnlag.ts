import { Scope } from '../organisations.ts';
import type { Api } from './api.ts';
import { readSettlement, summertSkattegrunnlag } from './summertSkattegrunnlag.ts';

/**
 * The retired Spesifisert path (skatteetaten-apis.md 6): with or without `{stadie}`, which then means `oppgjoer`. Off by default: every
 * address is then an unknown one. Its 403 is printed as BSA-005.
 */
export const spesifisertSkattegrunnlag: Api = {
  target: 'spesifisert',
  base: '/api/formueinntekt/spesifisertsummertskattegrunnlag',
  method: 'GET',
  hasCallHeaders: false,
  scopes: [Scope.spesifisert],
  problems: { ...summertSkattegrunnlag.problems, unauthorised: [403, 'BSA-005'] },
  personIn: ({ path }) => path.at(-1),
  answer: (call) => {
    const segments = call.path.length === 3 ? ['oppgjoer', ...call.path] : call.path;
    if (!call.settings.spesifisertIsOn || segments.length !== 4) return 'unknownUrl';
    return readSettlement(call, 'spesifisert', segments);
  },
};
