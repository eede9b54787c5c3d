import { Scope } from '../organisations.ts';
import type { Api, Operation } from './api.ts';
import { readSettlement, summertSkattegrunnlag } from './summertSkattegrunnlag.ts';

const read: Pick<Operation, 'method' | 'scopes' | 'answer'> = {
  method: 'GET',
  scopes: [Scope.spesifisert],
  answer: (call) => (call.settings.spesifisertIsOn ? readSettlement(call, 'spesifisert') : 'unknownUrl'),
};

/**
 * The retired Spesifisert path (skatteetaten-apis.md 6): with or without `{stadie}`, which then means `oppgjoer`. Off by default: every
 * address is then an unknown one. Its 403 is printed as BSA-005.
 */
export const spesifisertSkattegrunnlag: Api = {
  target: 'spesifisert',
  base: '/api/formueinntekt/spesifisertsummertskattegrunnlag',
  hasCallHeaders: false,
  problems: { ...summertSkattegrunnlag.problems, unauthorised: [403, 'BSA-005'] },
  operations: [
    { ...read, path: '{rettighetspakke}/{inntektsaar}/{personidentifikator}' },
    { ...read, path: '{stadie}/{rettighetspakke}/{inntektsaar}/{personidentifikator}' },
  ],
};
