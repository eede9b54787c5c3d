import { z } from 'zod';
import { priorityLetters } from '../garnishment/claims.ts';
import type { NationalId } from '../identity/nationalId.ts';
import { parseKroner } from '../money.ts';
import { fail, ok, type Result } from '../result.ts';
import { zDate } from '../values.ts';
import { type RegisteredTrekk, registeredStates } from './trekk.ts';
import {
  avslutningsaarsaker,
  kravdetaljer,
  kravtyper,
  type TrekkClaim,
  type TrekkTerms,
  ytelsestyper,
} from './trekkContent.ts';

/** What an answer says of our own trekk. */
export type ParsedTrekk = Omit<RegisteredTrekk, 'readAt'>;

/**
 * Reads one of our own trekk (schema Utleggstrekk, level `full`) as the register answers a write or a read by id. Tolerant of new fields; strict
 * about meaning: a change replaces all of it, so every part that we would have to send back must be there and understood.
 */
export function parseTrekk(body: unknown, person: NationalId): Result<ParsedTrekk, 'not-our-trekk'> {
  const read = Answer.safeParse(body);
  if (!read.success || read.data.skyldner.personidentifikator !== person) return fail('not-our-trekk');
  const { data } = read;
  return ok({
    utleggstrekkId: data.utleggstrekkId,
    versjon: data.versjon,
    state: data.status,
    reference: data.innsendersReferanse ?? '',
    decisionDate: data.beslutningsdato,
    terms: toTerms(data),
    ended: data.avslutning ? { reason: data.avslutning.aarsak, lastDay: data.avslutning.sluttdato } : null,
  });
}

/** Kroner, or per cent, with two decimals as whole hundredths: 12.5 is 1250. */
const Hundredths = z.unknown().transform((value, context) => {
  const read = parseKroner(value);
  if (read !== null) return read;
  context.addIssue('not an amount');
  return z.NEVER;
});
const Beloep = z.object({ beloep: Hundredths, valuta: z.literal('NOK') });

const Period = z
  .object({
    startdato: zDate,
    sluttdato: zDate.nullish(),
    trekkbeloep: z.object({ trekkbeloep: Hundredths }).nullish(),
    trekkprosent: z.object({ trekkprosent: Hundredths }).nullish(),
  })
  .refine(({ trekkbeloep, trekkprosent }) => !trekkbeloep !== !trekkprosent, 'exactly one size');

const Claim = z.object({
  innsendersKravreferanse: z.string(),
  kravtype: z.enum(kravtyper),
  kravdetaljer: z.enum(kravdetaljer),
  kravbeskrivelse: z.string().nullish(),
  kravforfall: z.object({ forfallsdato: zDate }).nullish(),
  opprinneligBeloep: Beloep,
  gjenstaaendeBeloep: Beloep,
  prioritetDekningsloven: z.enum(priorityLetters),
  prioritetISak: z.int().nullish(),
  relatertKrav: z.array(z.string()).nullish(),
});

const Answer = z.object({
  utleggstrekkId: z.string().min(1),
  versjon: z.int().positive(),
  status: z.enum(registeredStates),
  innsendersReferanse: z.string().nullish(),
  skyldner: z.object({ personidentifikator: z.string() }),
  beslutningsdato: zDate,
  trekkpliktig: z.object({
    organisasjonsnummer: z.string(),
    navn: z.string().nullish(),
    ytelsestype: z.enum(ytelsestyper).nullish(),
  }),
  trekkstoerrelseForPeriode: z.array(Period),
  krav: z.array(Claim),
  betalingsinformasjon: z.object({ kontonummer: z.string(), kidnummer: z.string() }),
  avslutning: z.object({ aarsak: z.enum(avslutningsaarsaker), sluttdato: zDate }).nullish(),
});
type Answer = z.infer<typeof Answer>;

const toTerms = ({ trekkpliktig, trekkstoerrelseForPeriode, krav, betalingsinformasjon }: Answer): TrekkTerms => ({
  payer: {
    organisationNumber: trekkpliktig.organisasjonsnummer,
    name: trekkpliktig.navn ?? '',
    pays: trekkpliktig.ytelsestype ?? 'annet',
  },
  periods: trekkstoerrelseForPeriode.map((period) => ({
    from: period.startdato,
    to: period.sluttdato ?? null,
    amount: period.trekkbeloep?.trekkbeloep ?? null,
    percent: period.trekkprosent?.trekkprosent ?? null,
  })),
  claims: krav.map(toClaim),
  payment: { account: betalingsinformasjon.kontonummer, kid: betalingsinformasjon.kidnummer },
});

const toClaim = (claim: z.infer<typeof Claim>): TrekkClaim => ({
  reference: claim.innsendersKravreferanse,
  type: claim.kravtype,
  detail: claim.kravdetaljer,
  description: claim.kravbeskrivelse ?? '',
  due: claim.kravforfall?.forfallsdato ?? null,
  original: claim.opprinneligBeloep.beloep,
  remaining: claim.gjenstaaendeBeloep.beloep,
  letter: claim.prioritetDekningsloven,
  order: claim.prioritetISak ?? null,
  relatedTo: claim.relatertKrav ?? [],
});
