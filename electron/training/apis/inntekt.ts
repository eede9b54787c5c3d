import { addMonths, type Instant, type Month, monthsBetween, osloDate, parseMonth } from '../../../shared/dates.ts';
import { isSyntheticNumber } from '../identifiers.ts';
import { Scope } from '../organisations.ts';
import { type Person, type Report, reportsBy } from '../peopleLanguage.ts';
import { type Api, type ApiCall, type Problem, packageAccess } from './api.ts';

/** Inntekt API v1: `/{rettighetspakke}/{personidentifikator}/inntekter?fraOgMed=&tilOgMed=` (skatteetaten-apis.md 4). */
export const inntekt: Api = {
  target: 'inntekt',
  base: '/inntekt/v1',
  hasCallHeaders: false,
  problems: {
    unexpected: [500, 'IM-001'],
    unknownUrl: [404, 'IM-003'],
    unauthenticated: [401, 'IM-004'],
    unauthorised: [403, 'IM-005'],
    badInput: [400, 'IM-006'],
    unknownPerson: [404, 'IM-007'],
    noData: [404, 'IM-008'],
    // the API's own table has no 410: deleted data is IM-008 there, and 410 on the general page
    withdrawn: [410, 'IM-008'],
    format: [406, 'IM-009'],
  },
  operations: [
    {
      method: 'GET',
      path: '{rettighetspakke}/{personidentifikator}/inntekter',
      scopes: [Scope.inntekt],
      answer: (call) => {
        const { rettighetspakke = '', personidentifikator = '' } = call.parameters;
        const access = packageAccess(call, 'inntekt', rettighetspakke);
        const today = osloDate(new Date(call.now).toISOString() as Instant);
        const months = readMonths(call, addMonths(today.slice(0, 7) as Month, -1));
        if (access === 'unknown' || !isSyntheticNumber(personidentifikator) || !months) return 'badInput';
        if (access === 'not granted') return 'unauthorised';
        const found = call.people.get(personidentifikator);
        if (!found || found.isUnknown) return 'unknownPerson';
        const reports = reportsBy(found, today).filter(({ kalendermaaned }) => months.includes(kalendermaaned));
        return answerFor(found, reports);
      },
    },
  ],
};

/** The months asked for; null when the query is not in order. What applies without `tilOgMed` is unknown: here it is the newest month. */
function readMonths({ query, settings }: ApiCall, newest: Month): Month[] | null {
  const first = parseMonth(query.get('fraOgMed') ?? '');
  const final = parseMonth(query.get('tilOgMed') ?? newest);
  if (!first || !final || query.getAll('fraOgMed').length > 1 || query.getAll('tilOgMed').length > 1) return null;
  const months = monthsBetween(first, final);
  return months.length > 0 && months.length <= settings.maxMonths ? months : null;
}

function answerFor(person: Person, reports: readonly Report[]): Problem | { body: unknown } {
  if (reports.length === 0) return 'noData';
  const inntektsmottaker = { personidentifikator: person.nationalId };
  switch (person.shielding) {
    case null:
      return {
        body: { oppgaveInntektsmottaker: reports.map((report) => ({ ...withoutEmpty(report), inntektsmottaker })) },
      };
    case 'without employers':
      return {
        body: {
          oppgaveInntektsmottaker: reports.map(({ opplysningspliktigId: _, virksomhetId: __, ...report }) => ({
            ...withoutEmpty(report),
            inntektsmottaker,
            skjermet: true,
          })),
        },
      };
    case 'entries without content':
      return {
        body: {
          oppgaveInntektsmottaker: reports.map(({ kalendermaaned }) => ({
            kalendermaaned,
            inntektsmottaker,
            skjermet: true,
          })),
        },
      };
    case 'no entries':
      return { body: { oppgaveInntektsmottaker: [] } };
  }
}

/** Lists without elements are left out, as the API leaves out what is not there. */
const withoutEmpty = (report: Partial<Report>): object =>
  Object.fromEntries(Object.entries(report).filter(([, value]) => !Array.isArray(value) || value.length > 0));
