import { isSyntheticNumber } from '../identifiers.ts';
import { Scope } from '../organisations.ts';
import type { Api } from './api.ts';

/** Siste tilgjengelige skatteoppgjør v1: `/{personidentifikator}`, with either Summert scope (skatteetaten-apis.md 7.1). */
export const sisteTilgjengeligeSkatteoppgjoer: Api = {
  target: 'siste',
  base: '/sistetilgjengeligeskatteoppgjoer/v1',
  hasCallHeaders: false,
  problems: {
    unexpected: [500, 'TD-001'],
    unauthenticated: [401, 'TD-002'],
    // its own table has no 403, so the general one applies
    unauthorised: [403, 'DAS-008'],
    badInput: [400, 'TD-003'],
    unknownPerson: [404, 'TD-004'],
    noData: [404, 'TD-004'],
    withdrawn: [404, 'TD-004'],
    format: [406, 'TD-005'],
    unknownUrl: [404, 'TD-006'],
  },
  operations: [
    {
      method: 'GET',
      path: '{personidentifikator}',
      scopes: [Scope.summert, Scope.spesifisert],
      answer: ({ parameters: { personidentifikator = '' }, people }) => {
        if (!isSyntheticNumber(personidentifikator)) return 'badInput';
        const found = people.get(personidentifikator);
        if (!found || found.isUnknown) return 'unknownPerson';
        const years = found.years.filter(({ content }) => content !== 'withdrawn').map(({ year }) => year);
        if (years.length === 0) return 'noData';
        return {
          body: {
            personidentifikator,
            ressursId: 'skattegrunnlag',
            sisteTilgjengeligePeriode: String(Math.max(...years)),
          },
        };
      },
    },
  ],
};
