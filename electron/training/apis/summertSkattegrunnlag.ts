import { isSyntheticNumber } from '../identifiers.ts';
import { type PackagedApi, Scope } from '../organisations.ts';
import type { Person, TaxYear } from '../peopleLanguage.ts';
import { type Api, type ApiCall, type Problem, packageAccess } from './api.ts';

/** Stages; the municipal packages may use the first only (skatteetaten-apis.md 3.1). */
const STAGES = ['oppgjoer', 'utkast', 'fastsatt'];

/** 2016 left with v2, 2017 is the oldest model, and next year's settlement does not exist (skatteetaten-apis.md 5.1). */
const OLDEST_YEAR = 2017;

/** Summert skattegrunnlag API v2: `/{stadie}/{rettighetspakke}/{inntektsaar}/{personidentifikator}` (skatteetaten-apis.md 5). */
export const summertSkattegrunnlag: Api = {
  target: 'summert',
  base: '/summertskattegrunnlag/v2',
  hasCallHeaders: false,
  problems: {
    unexpected: [500, 'SSG-001'],
    unknownUrl: [404, 'SSG-003'],
    unauthenticated: [401, 'SSG-004'],
    unauthorised: [403, 'SSG-005'],
    badInput: [400, 'SSG-006'],
    unknownPerson: [404, 'SSG-007'],
    noData: [404, 'SSG-008'],
    format: [406, 'SSG-009'],
    withdrawn: [410, 'SSG-011'],
  },
  operations: [
    {
      method: 'GET',
      path: '{stadie}/{rettighetspakke}/{inntektsaar}/{personidentifikator}',
      scopes: [Scope.summert, Scope.spesifisert],
      answer: (call) => readSettlement(call, 'summert'),
    },
  ],
};

/** A settlement by stage, package, year and person; also what the retired Spesifisert path delivers, where the stage may be left out. */
export function readSettlement(call: ApiCall, api: PackagedApi): Problem | { body: unknown } {
  const { stadie = 'oppgjoer', rettighetspakke = '', inntektsaar = '', personidentifikator = '' } = call.parameters;
  const access = packageAccess(call, api, rettighetspakke);
  const isYear =
    /^\d{4}$/.test(inntektsaar) &&
    Number(inntektsaar) >= OLDEST_YEAR &&
    Number(inntektsaar) < new Date(call.now).getUTCFullYear();
  if (!STAGES.includes(stadie) || access === 'unknown' || !isYear || !isSyntheticNumber(personidentifikator))
    return 'badInput';
  if (access === 'not granted' || stadie !== 'oppgjoer') return 'unauthorised';
  const found = call.people.get(personidentifikator);
  if (!found || found.isUnknown) return 'unknownPerson';
  const taxYear = found.years.find(({ year }) => String(year) === inntektsaar);
  return taxYear ? answerFor(found, taxYear) : 'noData';
}

function answerFor(person: Person, { year, content }: TaxYear): Problem | { body: unknown } {
  if (content === 'withdrawn') return 'withdrawn';
  const request = { personidentifikator: person.nationalId, inntektsaar: String(year), stadie: 'oppgjoer' };
  switch (person.shielding) {
    case null:
      return { body: { ...request, skjermet: false, ...delivered(content, (post) => post) } };
    case 'without employers':
      return { body: { ...request, skjermet: true, ...delivered(content, ({ spesifisering: _, ...sum }) => sum) } };
    case 'entries without content':
    case 'no entries':
      return { body: { ...request, skjermet: true } };
  }
}

type Settlement = Exclude<TaxYear['content'], 'withdrawn'>;
type Post = Settlement['grunnlag'][number];

/** The settlement with each post as the consumer may see it. */
function delivered(
  {
    other,
    timestampMember = 'ajourholdstidspunkt',
    grunnlag,
    svalbardGrunnlag,
    kildeskattPaaLoennGrunnlag,
    skatteoppgjoersdato,
  }: Settlement,
  show: (post: Post) => Post,
): object {
  return {
    skatteoppgjoersdato,
    [timestampMember]: `${skatteoppgjoersdato}T05:12:44.3Z`,
    grunnlag: grunnlag.map(show),
    ...(svalbardGrunnlag ? { svalbardGrunnlag: svalbardGrunnlag.map(show) } : {}),
    ...(kildeskattPaaLoennGrunnlag ? { kildeskattPaaLoennGrunnlag: kildeskattPaaLoennGrunnlag.map(show) } : {}),
    ...other,
  };
}
