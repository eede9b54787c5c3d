import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { CallFaults, Target } from '../faults.ts';
import { html, json, plainText, type Reply, retryAfterHeader } from '../http.ts';
import type { TokenClaims } from '../maskinporten/accessTokens.ts';
import type { Organisation, PackagedApi } from '../organisations.ts';
import type { Person } from '../peopleLanguage.ts';
import type { Settings } from '../settings.ts';

/** What can be wrong with a call, in the words that all of Skatteetaten's APIs share. */
export type Problem =
  | 'unexpected'
  | 'unknownUrl'
  | 'unauthenticated'
  | 'unauthorised'
  | 'badInput'
  | 'unknownPerson'
  | 'noData'
  | 'format'
  | 'withdrawn';

/** A call whose token is good. */
export interface ApiCall {
  /** Path segments after the base, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly consumer: Organisation;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly settings: Settings;
  readonly person: (nationalId: string) => Person | undefined;
}

/** One of Skatteetaten's APIs. */
export interface Api {
  readonly target: Target;
  /** What stands before the first path parameter. */
  readonly base: string;
  /** Either scope will do. */
  readonly scopes: readonly string[];
  /** HTTP status and code of each problem. */
  readonly problems: Readonly<Record<Problem, readonly [status: number, kode: string]>>;
  /** Which path segment is the person, counted after the base. */
  readonly personSegment: number;
  readonly answer: (call: ApiCall) => Problem | { readonly body: unknown };
}

/** Skatteetaten's error body (skatteetaten-apis.md 8). */
export const problemReply = (api: Api, problem: Problem, override?: string): Reply => {
  const [status, kode] = api.problems[problem];
  return json(status, { kode: override ?? kode, melding: MESSAGES[problem], korrelasjonsid: randomUUID() });
};

const MESSAGES: Readonly<Record<Problem, string>> = {
  unexpected: 'Uventet feil på tjenesten.',
  unknownUrl: 'URL stemmer ikke med noe endepunkt.',
  unauthenticated: 'Feil i forbindelse med autentisering.',
  unauthorised: 'Feil i forbindelse med autorisering.',
  badInput: 'Feil i forbindelse med validering av inputdata.',
  unknownPerson: 'Fant ikke angitt personidentifikator.',
  noData: 'Fant ingen opplysninger for angitt personidentifikator og periode.',
  format: 'Feil tilknyttet dataformat. Kun json eller xml er støttet.',
  withdrawn: 'Opplysningene er slettet.',
};

/** JSON is the only format that is made; the header may also be absent or accept anything. */
export const acceptsJson = (request: IncomingMessage): boolean =>
  /(^|[,\s])(application\/(json|\*)|\*\/\*)/i.test(request.headers.accept ?? '*/*');

/** Has the organisation this rettighetspakke on this API? `unknown`: there is no such package (400 rather than 403, section 3). */
export function packageAccess(call: ApiCall, api: PackagedApi, sent: string): 'granted' | 'not granted' | 'unknown' {
  const same = (name: string): boolean =>
    call.settings.packageSpelling === 'exact' ? name === sent : name.toLowerCase() === sent.toLowerCase();
  if (call.consumer.packages[api].some(same)) return 'granted';
  return KNOWN_PACKAGES[api].some(same) ? 'not granted' : 'unknown';
}

/** Packages of each API, in its own spelling (skatteetaten-apis.md 3.1 and 6); those that no municipality has are here to be refused. */
const KNOWN_PACKAGES: Readonly<Record<PackagedApi, readonly string[]>> = {
  inntekt: ['kommuneBoligsosialeFormaal', 'kommuneForeldrebetaling', 'saernamsmann', 'navSupplerendeStoenad', 'sbl'],
  summert: [
    'kommuneboligsosialeformaal',
    'kommuneforeldrebetaling',
    'saernamsmann',
    'navsupplerendestoenad',
    'sivilrett',
    'sbl',
  ],
  spesifisert: ['husbanken', 'navSupplerendeStoenad', 'norgesbank', 'saernamsmann', 'sbl', 'sivilrett', 'spkBoliglaan'],
};

/** The answer that a fault wants instead of the real one; null when the call goes on. */
export function faultReply(api: Api, faults: CallFaults): Reply | null {
  const page = faults.find('html');
  if (page) return html(page.status, 'Bad Gateway');
  const ordered = faults.find('status');
  if (!ordered) return null;
  const { status, kode, retryAfter } = ordered;
  if (status === 429) return plainText(429, 'Too Many Requests', retryAfterHeader(retryAfter));
  if (status >= 502) return plainText(status, 'upstream connect error', retryAfterHeader(retryAfter));
  const problem = PROBLEM_OF_STATUS[status] ?? 'unexpected';
  const reply = problemReply(api, problem, kode);
  return { ...reply, status, headers: { ...reply.headers, ...retryAfterHeader(retryAfter) } };
}

const PROBLEM_OF_STATUS: Readonly<Record<number, Problem>> = {
  401: 'unauthenticated',
  403: 'unauthorised',
  404: 'noData',
  406: 'format',
  410: 'withdrawn',
};

/** The token of a request and whether it opens this API. */
export function authorise(
  api: Api,
  request: IncomingMessage,
  read: (token: string) => TokenClaims | null,
): TokenClaims | 'unauthenticated' | 'unauthorised' {
  const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1];
  const claims = token === undefined ? null : read(token);
  if (!claims) return 'unauthenticated';
  return api.scopes.some((scope) => claims.scopes.includes(scope)) ? claims : 'unauthorised';
}
