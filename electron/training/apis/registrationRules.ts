import { addDays, addMonthsToDate, type IsoDate } from '../../../shared/dates.ts';
import type { TrekkVersion } from '../register/Registrations.ts';
import { type ApiCall, todayOf } from './api.ts';
import { type Avvik, avvikIf } from './avvik.ts';
import { claimAvvik } from './claimRules.ts';
import { debtorAvvik, followsNewRules, organisationAvvik, paymentAvvik, senderAvvik } from './partyRules.ts';
import { periodAvvik } from './periodRules.ts';
import type { Avslutning, Endring, Registrering } from './utleggMessages.ts';

const DAY_MS = 86_400_000;
const NOTICE_DAYS = 14;
const NOTICE_MONTHS = 12;

/** The rules of utleggsdatabasen.md 8 that stop a registration and that a server can see; what is a conflict with something stored is in conflicts.ts. */
export function registrationAvvik(message: Registrering, call: ApiCall): Avvik[] {
  const { skyldner, saksoeker, namsmyndighet, beslutningsdato, samordning } = message;
  const isNew = samordning.regelverk === 'nytt' || followsNewRules(call, skyldner.personidentifikator, beslutningsdato);
  return [
    ...debtorAvvik(call, skyldner.personidentifikator, '/skyldner/personidentifikator'),
    ...senderAvvik(call, saksoeker.organisasjonsnummer, '/saksoeker/organisasjonsnummer'),
    ...senderAvvik(call, namsmyndighet.organisasjonsnummer, '/namsmyndighet/organisasjonsnummer'),
    ...(samordning.underrettetNamsmyndighet ?? []).flatMap((number, index) =>
      organisationAvvik(number, `/samordning/underrettetNamsmyndighet/${index}`),
    ),
    ...dateAvvik(message, todayOf(call)),
    ...avvikIf(isNew, 'NYTT_REGELVERK_PAAKREVET', '/samordning/regelverk'),
    ...periodAvvik(message.trekkstoerrelseForPeriode, {
      decided: beslutningsdato,
      isHeld: samordning.konklusjon === 'venterTilLedig',
      registered: null,
    }),
    ...claimAvvik(message.krav, false),
    ...payAvvik(message),
    ...lookupAvvik(message, call),
  ];
}

/** The same for a change of a trekk as it stands; `hold`: how it will be afterwards. */
export const changeAvvik = (
  message: Endring,
  { content, hold: before }: TrekkVersion,
  hold: TrekkVersion['hold'],
): Avvik[] => [
  ...periodAvvik(message.trekkstoerrelseForPeriode, {
    decided: content.beslutningsdato,
    isHeld: before !== null || hold !== null,
    registered: content.trekkstoerrelseForPeriode,
  }),
  ...claimAvvik(message.krav, true),
  ...payAvvik(message),
];

/** An ending can't lengthen it either (V-13). */
export const endAvvik = ({ sluttdato }: Avslutning, { content }: TrekkVersion): Avvik[] =>
  avvikIf(
    sluttdato > (content.trekkstoerrelseForPeriode.at(-1)?.sluttdato ?? sluttdato),
    'FORLENGELSE_KREVER_NY_REGISTRERING',
    '/sluttdato',
  );

/** V-02 and V-26 on who deducts and where it goes. */
const payAvvik = ({ trekkpliktig, betalingsinformasjon: pay }: Registrering | Endring): Avvik[] => [
  ...organisationAvvik(trekkpliktig.organisasjonsnummer, '/trekkpliktig/organisasjonsnummer'),
  ...organisationAvvik(pay.betalingsmottaker, '/betalingsinformasjon/betalingsmottaker'),
  ...paymentAvvik(pay.kontonummer, pay.kidnummer, {
    account: '/betalingsinformasjon/kontonummer',
    kid: '/betalingsinformasjon/kidnummer',
  }),
];

/** V-05 and V-07 */
function dateAvvik({ krav, beslutningsdato: decided, varseldato: noticed }: Registrering, today: IsoDate): Avvik[] {
  const lastDue = krav
    .flatMap(({ kravforfall }) => (kravforfall ? [kravforfall.forfallsdato] : []))
    .sort()
    .at(-1);
  const earliest = addDays(noticed, NOTICE_DAYS);
  const isNoticed =
    noticed >= (lastDue ?? noticed) && decided >= earliest && decided <= addMonthsToDate(earliest, NOTICE_MONTHS);
  return [
    ...avvikIf(decided > today || decided < (lastDue ?? decided), 'UGYLDIG_BESLUTNINGSDATO', '/beslutningsdato'),
    ...avvikIf(!isNoticed, 'PARAGRAF_4_18_VARSEL_PAAKREVET', '/varseldato'),
  ];
}

/** V-30 */
function lookupAvvik({ samordning, skyldner }: Registrering, { consumer, registrations, clock }: ApiCall): Avvik[] {
  const lookup = registrations.lookup(samordning.oppslagId);
  const isTheirs = lookup?.by === consumer.number && lookup.nationalId === skyldner.personidentifikator;
  const at = Date.parse(lookup?.at ?? '');
  const isSameSecond = Math.floor(Date.parse(samordning.oppslagstidspunkt) / 1000) === Math.floor(at / 1000);
  return [
    ...avvikIf(!isTheirs, 'SAMORDNING_MANGLER', '/samordning/oppslagId'),
    ...avvikIf(
      isTheirs && (!isSameSecond || clock - at > DAY_MS),
      'SAMORDNING_MANGLER',
      '/samordning/oppslagstidspunkt',
    ),
  ];
}
