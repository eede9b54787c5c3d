import { type Instant, type IsoDate, osloDate } from '../../../shared/dates.ts';
import { Scope } from '../organisations.ts';
import { type Answer, type ApiCall, type Operation, todayOf } from './api.ts';
import { type Avvik, avvik, avvikIf } from './avvik.ts';
import { claimAvvik } from './claimRules.ts';
import { decidedReferences } from './conflicts.ts';
import { debtorAvvik, followsNewRules, paymentAvvik, senderAvvik } from './partyRules.ts';
import { Beslutning } from './utleggMessages.ts';
import { bodyOf, hashOf, keyOf } from './writing.ts';

/** A municipality's decision under the new rules. The key that our contract wants is only looked at for its form: ELAN documents none. */
export const beslutning: Operation = {
  method: 'POST',
  path: 'beslutning-om-utleggstrekk',
  scopes: [Scope.samordnetTrekk],
  target: 'beslutning',
  personIn: (asked) => bodyOf(Beslutning, asked)?.skyldner.personidentifikator,
  answer: (call) => {
    const key = keyOf(call);
    const message = bodyOf(Beslutning, call);
    if (!key || !message || call.query.size > 0) return 'badInput';
    if (isReceived(message, call)) return { avvik: [avvik('DUPLIKAT_INNSENDING', '/innsendersReferanse')] };
    const found = decisionAvvik(message, call);
    return found.length > 0 ? { avvik: found } : receive(message, key, call);
  },
};

function receive(message: Beslutning, key: string, { body, clock, consumer, registrations }: ApiCall): Answer {
  const at = new Date(clock).toISOString();
  const { innsendersReferanse, beslutningsdato, skyldner, krav } = message;
  const serial = registrations.decisions().length + 1;
  const saksreferanse = `ELAN-${at.slice(0, 4)}-${String(serial).padStart(6, '0')}`;
  registrations.add({
    kind: 'beslutning',
    at,
    by: consumer.number,
    write: { key, bodySha256: hashOf(body) },
    saksreferanse,
    innsendersReferanse: innsendersReferanse ?? null,
    beslutningsdato,
    nationalId: skyldner.personidentifikator,
    references: krav.map(({ innsendersKravreferanse }) => innsendersKravreferanse),
  });
  return {
    status: 201,
    body: { saksreferanse, ...(innsendersReferanse ? { innsendersReferanse } : {}), mottattTidspunkt: at },
  };
}

/** V-27, by the keys that ELAN documents; that the municipality is one of them is our addition. */
const isReceived = (message: Beslutning, { consumer, registrations }: ApiCall): boolean =>
  registrations
    .decisions()
    .some(
      ({ by, innsendersReferanse, beslutningsdato }) =>
        by === consumer.number &&
        innsendersReferanse === message.innsendersReferanse &&
        beslutningsdato === message.beslutningsdato,
    );

/** The rules of utleggsdatabasen.md 8 that hold for a decision, with those of section 5. */
function decisionAvvik(message: Beslutning, call: ApiCall): Avvik[] {
  const { skyldner, kommune, betalingsinformasjon: pay, krav, beslutning: file } = message;
  const { personidentifikator: debtor } = skyldner;
  const decided = osloDate(new Date(message.beslutningsdato).toISOString() as Instant);
  const taken = decidedReferences(debtor, call);
  return [
    ...debtorAvvik(call, debtor, '/skyldner/personidentifikator'),
    ...senderAvvik(call, kommune.organisasjonsnummer, '/kommune/organisasjonsnummer'),
    ...avvikIf(
      pay.betalingsmottaker.taxIdentificationNumber === debtor,
      'SAMME_SAKSOEKT_SOM_SAKSOEKER',
      '/betalingsinformasjon/betalingsmottaker/taxIdentificationNumber',
    ),
    ...dateAvvik(message, decided, todayOf(call)),
    ...avvikIf(!followsNewRules(call, debtor, decided), 'GAMMELT_REGELVERK_PAAKREVET', '/skyldner/personidentifikator'),
    ...avvikIf(
      call.registrations.attachment(file.uuid)?.by !== call.consumer.number,
      'VEDLEGG_MANGLER',
      '/beslutning/uuid',
    ),
    ...claimAvvik(krav, false),
    ...krav.flatMap((claim, index) => [
      ...avvikIf(
        taken.includes(claim.innsendersKravreferanse),
        'KRAV_ALLEREDE_I_TREKK',
        `/krav/${index}/innsendersKravreferanse`,
      ),
      ...paymentsAvvik(claim, todayOf(call), `/krav/${index}`),
      ...futureInterestAvvik(claim, `/krav/${index}/rentebaerendeKrav`),
    ]),
    ...paymentAvvik(pay.kontoinformasjon.kontonummer, pay.kidnummer, {
      account: '/betalingsinformasjon/kontoinformasjon/kontonummer',
      kid: '/betalingsinformasjon/kidnummer',
    }),
  ];
}

/** V-05; an earlier decision is earlier. */
function dateAvvik(message: Beslutning, decided: IsoDate, today: IsoDate): Avvik[] {
  const { krav, beslutningsdatoTrekkEtterGammeltRegelverk: earlier } = message;
  const isBeforeDue = krav.some(({ kravforfall }) => kravforfall !== undefined && kravforfall.forfallsdato > decided);
  return [
    ...avvikIf(decided > today || isBeforeDue, 'UGYLDIG_BESLUTNINGSDATO', '/beslutningsdato'),
    ...avvikIf(
      earlier !== undefined && earlier > decided,
      'UGYLDIG_BESLUTNINGSDATO',
      '/beslutningsdatoTrekkEtterGammeltRegelverk',
    ),
  ];
}

type Claim = Beslutning['krav'][number];

/** V-22 */
const paymentsAvvik = ({ innbetaling = [] }: Claim, today: IsoDate, at: string): Avvik[] =>
  innbetaling.flatMap(({ bokfoertDato }, index) =>
    avvikIf(bokfoertDato > today, 'INNBETALING_FRAM_I_TID', `${at}/innbetaling/${index}/bokfoertDato`),
  );

/** V-25, for interest that is still to come. */
const futureInterestAvvik = ({ prioritetISak, rentebaerendeKrav }: Claim, at: string): Avvik[] =>
  avvikIf(
    prioritetISak !== undefined &&
      rentebaerendeKrav !== undefined &&
      rentebaerendeKrav.prioritetISakFremtidigRentekrav === undefined,
    'PRIORITET_MANGLER_PÅ_RENTEOPPLYSNINGER',
    at,
  );
