import { z } from 'zod';
import { type ErrorCode, type ErrorDetail, type Failure, failure } from '../../shared/ipc/errors.ts';
import { type HttpAnswer, readJson } from './http.ts';

/** Answers that are no failure, only nothing to show: each is told in its own words, none of them is «no income». */
type EmptyState = 'nothing' | 'unknownPerson' | 'withdrawn';
type Meaning = ErrorCode | EmptyState;

/** skatteetaten-apis.md 4.6, 5.6, 7.1 and 8. The code decides, because three of them share status 404. */
const byCode: Readonly<Record<string, Meaning>> = {
  'IM-001': 'api-unexpected',
  'IM-002': 'api-behind',
  'IM-003': 'api-wrong-url',
  'IM-004': 'api-unauthenticated',
  'IM-005': 'api-unauthorised',
  'IM-006': 'api-bad-input',
  'IM-007': 'unknownPerson',
  'IM-008': 'nothing',
  'IM-009': 'api-format',
  'IM-010': 'api-consent',
  'SSG-001': 'api-unexpected',
  'SSG-002': 'api-behind',
  'SSG-003': 'api-wrong-url',
  'SSG-004': 'api-unauthenticated',
  'SSG-005': 'api-unauthorised',
  'BSA-005': 'api-unauthorised',
  'SSG-006': 'api-bad-input',
  'SSG-007': 'unknownPerson',
  'SSG-008': 'nothing',
  'SSG-009': 'api-format',
  'SSG-010': 'api-consent',
  'SSG-011': 'withdrawn',
  'TD-001': 'api-unexpected',
  'TD-002': 'api-unauthenticated',
  'TD-003': 'api-bad-input',
  'TD-004': 'nothing',
  'TD-005': 'api-format',
  'TD-006': 'api-wrong-url',
  // utleggsdatabasen and ELAN by our own contract (utleggsdatabasen.md 9), in the order that Skatteetaten's own codes have
  'ULD-001': 'api-unexpected',
  'ULD-002': 'api-behind',
  'ULD-003': 'api-wrong-url',
  'ULD-004': 'api-unauthenticated',
  'ULD-005': 'api-unauthorised',
  'ULD-006': 'api-bad-input',
  // Nothing registered is 200 with an empty list: what was not found is the one that was asked about.
  'ULD-007': 'unknownPerson',
  'ULD-008': 'withdrawn',
  'ULD-010': 'api-rules-broken',
  'ULD-020': 'api-key-reused',
  'ULD-021': 'api-duplicate',
  'ULD-022': 'api-changed-since',
  'ULD-023': 'api-wrong-state',
  'ULD-030': 'api-changed-since',
  'DAS-001': 'api-unexpected',
  'DAS-002': 'api-wrong-url',
  'DAS-003': 'api-unavailable',
  'DAS-004': 'api-behind',
  'DAS-005': 'api-behind',
  'DAS-006': 'api-behind',
  'DAS-007': 'api-behind',
  'DAS-008': 'api-unauthorised',
};

/** For answers without a code we know: plain text and HTML from gateways. A 404 without a code says nothing about the person. */
const byStatus: Readonly<Record<number, Meaning>> = {
  400: 'api-bad-input',
  401: 'api-unauthenticated',
  403: 'api-unauthorised',
  404: 'api-wrong-url',
  406: 'api-format',
  410: 'withdrawn',
  429: 'api-too-many-requests',
  500: 'api-unexpected',
  502: 'api-unavailable',
  503: 'api-unavailable',
  504: 'api-unavailable',
};

const emptyStates: readonly Meaning[] = ['nothing', 'unknownPerson', 'withdrawn'] satisfies EmptyState[];
const isEmpty = (meaning: Meaning): meaning is EmptyState => emptyStates.includes(meaning);

/** A rule without a name is still one; what is no object is none. */
const Avvik = z.object({
  vilkaarnavn: z.string().catch(''),
  avvikstekst: z.string().catch(''),
  felt: z.string().catch(''),
});

const Feil = z.object({
  kode: z
    .string()
    .regex(/^[A-Z]{2,4}-\d{3}$/)
    .catch(''),
  melding: z.string().catch(''),
  korrelasjonsid: z.string().catch(''),
  /** Only with 422: the rules that the message breaks (ELAN; JSON names by our contract). */
  avvik: z
    .array(Avvik.nullable().catch(null))
    .catch([])
    .transform((list) => list.filter((one) => one !== null)),
});

export type Feil = z.infer<typeof Feil>;

/** The error body that Skatteetaten's services share; null when the answer holds none, so that nobody knows who wrote it. */
export function readFeil(answer: HttpAnswer): Feil | null {
  const read = Feil.safeParse(readJson(answer));
  return read.success && read.data.kode !== '' ? read.data : null;
}

/** V-04: the sender is held up for its token, before anyone looks at what it has sent before. */
export const isAboutSender = ({ avvik }: Feil): boolean =>
  avvik.some(({ vilkaarnavn }) => vilkaarnavn === 'INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING');

// only a UUID will do, so that nothing else slips into logs
const CORRELATION_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `Korrelasjonsid` as a header: seen by others on good answers, documented nowhere. */
export function correlationIdInHeader({ headers }: HttpAnswer): string | null {
  const id = headers.get('korrelasjonsid') ?? '';
  return CORRELATION_ID.test(id) ? id : null;
}

const noBody = { kode: '', melding: '', korrelasjonsid: '', avvik: [] };

/** An answer with nothing in it. `authorityCode`: e.g. `IM-008`; null when there was none. */
export interface Empty {
  readonly state: EmptyState;
  readonly authorityCode: string | null;
  readonly correlationId: string | null;
}

export interface Failed {
  readonly state: 'failed';
  readonly failure: Failure;
}

/** What an answer with another status than 200 means. `known`: names of the request that make the sentence precise. `melding` may name a person: compared, never kept. */
export function readRefusal(answer: HttpAnswer, known: ErrorDetail): Empty | Failed {
  const { kode, melding, korrelasjonsid } = Feil.catch(noBody).parse(readJson(answer));
  const authorityCode = kode === '' ? null : kode;
  const correlationId = CORRELATION_ID.test(korrelasjonsid) ? korrelasjonsid : correlationIdInHeader(answer);
  const meaning = meaningOf(kode, melding, answer.status);
  if (isEmpty(meaning)) return { state: meaning, authorityCode, correlationId };
  const detail = { ...known, status: answer.status, ...(authorityCode === null ? {} : { authorityCode }) };
  return {
    state: 'failed',
    failure: failure(meaning, { detail, ...(correlationId === null ? {} : { trace: correlationId }) }),
  };
}

/** The same for an answer to a message, where nothing is empty: what is not there, or gone, is a failure too. */
export function toFailure(answer: HttpAnswer, known: ErrorDetail): Failure {
  const refusal = readRefusal(answer, known);
  if (refusal.state === 'failed') return refusal.failure;
  const { authorityCode, correlationId } = refusal;
  const detail = { ...known, status: answer.status, ...(authorityCode === null ? {} : { authorityCode }) };
  return failure('api-gone', { detail, ...(correlationId === null ? {} : { trace: correlationId }) });
}

function meaningOf(kode: string, melding: string, status: number): Meaning {
  // one code for any bad input; the year is the only part of ours that can be right and still not served
  if (kode === 'SSG-006' && /inntekts(år|aar)/i.test(melding)) return 'nothing';
  // some of Skatteetaten's pages have no row for consent and give its number to what is withdrawn
  if (kode === 'SSG-010' && status === 410) return 'withdrawn';
  return byCode[kode] ?? byStatus[status] ?? 'api-bad-answer';
}
