import type { IsoDate } from '../dates.ts';
import { parseAccountNumber } from '../identity/accountNumber.ts';
import type { NationalId } from '../identity/nationalId.ts';
import type { Oere } from '../money.ts';
import type {
  AvsluttContent,
  DraftPeriod,
  EndreContent,
  Kanal,
  RegistrerContent,
  Samordning,
  TrekkClaim,
  TrekkTerms,
} from './trekkContent.ts';

/** What a message needs besides what the officer has decided. */
export interface Parties {
  readonly debtor: NationalId;
  readonly municipality: { readonly organisationNumber: string; readonly name: string };
  /** When and how the debtor was told; null = not recorded. */
  readonly told: { readonly on: IsoDate; readonly channel: Kanal } | null;
}

/** POST /utleggstrekk. Takes content that the rules have passed (validateAct): what is missing in it throws. */
export const toRegistrerBody = (content: RegistrerContent, { debtor, municipality, told }: Parties) => ({
  innsendersReferanse: content.reference.trim(),
  skyldner: { personidentifikator: debtor },
  saksoeker: organisation(municipality),
  namsmyndighet: {
    ...organisation(municipality),
    namsmyndighetstype: 'kommunalSaernamsmyndighet',
    saksnummer: content.reference.trim(),
  },
  beslutningsdato: content.decisionDate,
  varseldato: given(content.noticeDate),
  ...toTerms(content, municipality.organisationNumber),
  samordning: toSamordning(given(content.samordning)),
  ...toUnderretning(told),
});

/** PUT /utleggstrekk/{id}: the changeable part, whole. Takes content that the rules have passed. */
export const toEndreBody = (content: EndreContent, { municipality, told }: Omit<Parties, 'debtor'>) => ({
  endringsaarsak: content.reason,
  endringsdato: content.date,
  ...optional('begrunnelse', content.explanation),
  ...toTerms(content, municipality.organisationNumber),
  ...toUnderretning(told),
});

/** POST /utleggstrekk/{id}/avslutning. */
export const toAvsluttBody = ({ reason, lastDay, explanation, transferredTo }: AvsluttContent) => ({
  aarsak: reason,
  sluttdato: lastDay,
  ...optional('begrunnelse', explanation),
  ...optional('overfoertTilSaksreferanse', transferredTo ?? ''),
});

/** Do the two say the same to the register, however they were typed? Both must have passed the rules. */
export const sameTerms = (one: TrekkTerms, other: TrekkTerms): boolean =>
  JSON.stringify(toTerms(one, '')) === JSON.stringify(toTerms(other, ''));

const toTerms = ({ payer, periods, claims, payment }: TrekkTerms, payee: string) => ({
  trekkpliktig: {
    organisasjonsnummer: digitsOf(payer.organisationNumber),
    ...optional('navn', payer.name),
    ytelsestype: payer.pays,
  },
  trekkstoerrelseForPeriode: periods.map(toPeriod),
  krav: claims.map(toKrav),
  betalingsinformasjon: {
    betalingsmottaker: payee,
    kontonummer: accountDigits(payment.account),
    kidnummer: payment.kid.replace(/\s/g, ''),
  },
});

const toPeriod = ({ from, to, amount, percent }: DraftPeriod) => ({
  startdato: given(from),
  ...(to === null ? {} : { sluttdato: to }),
  ...(amount === null ? {} : { trekkbeloep: { trekkbeloep: inKroner(amount) } }),
  ...(percent === null ? {} : { trekkprosent: { trekkprosent: percent / 100 } }),
});

const toKrav = (claim: TrekkClaim) => ({
  innsendersKravreferanse: claim.reference.trim(),
  kravtype: claim.type,
  kravdetaljer: claim.detail,
  ...optional('kravbeskrivelse', claim.description),
  ...(claim.due === null ? {} : { kravforfall: { forfallsdato: claim.due } }),
  opprinneligBeloep: toBeloep(claim.original),
  gjenstaaendeBeloep: toBeloep(claim.remaining),
  prioritetDekningsloven: given(claim.letter),
  ...(claim.order === null ? {} : { prioritetISak: claim.order }),
  ...(claim.relatedTo.length === 0 ? {} : { relatertKrav: claim.relatedTo.map((one) => one.trim()) }),
});

const toSamordning = ({ lookupId, at, conclusion, considered, told, assessment }: Samordning) => ({
  oppslagId: lookupId,
  oppslagstidspunkt: at,
  regelverk: 'gammelt',
  konklusjon: conclusion,
  hensyntattUtleggstrekkId: considered,
  underrettetNamsmyndighet: told,
  ...optional('vurdering', assessment),
});

const toUnderretning = (told: Parties['told']) =>
  told === null ? {} : { underretningTilSkyldner: { sendtDato: told.on, kanal: told.channel } };

const toBeloep = (amount: Oere) => ({ beloep: inKroner(amount), valuta: 'NOK' });

const organisation = ({ organisationNumber, name }: Parties['municipality']) => ({
  organisasjonsnummer: organisationNumber,
  ...optional('navn', name),
});

/** Øre as kroner with at most two decimals: the nearest number to a hundredth is written with two. */
const inKroner = (amount: Oere): number => amount / 100;

const digitsOf = (typed: string): string => typed.replace(/[\s.-]/g, '');

const accountDigits = (typed: string): string => {
  const account = parseAccountNumber(typed);
  return account.ok ? account.value : typed.trim();
};

/** A text that may be left out is left out when it is empty. */
const optional = <K extends string>(name: K, value: string): Partial<Record<K, string>> =>
  value.trim() === '' ? {} : ({ [name]: value.trim() } as Record<K, string>);

/** The rules have passed the act: what the message must have is there. */
function given<T>(value: T | null): T {
  if (value === null) throw new Error('an act that no rule has passed was made into a message');
  return value;
}
