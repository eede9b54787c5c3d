import type { IsoDate } from '../../shared/dates.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { Oere } from '../../shared/money.ts';
import type { BeslutningClaim, BeslutningContent } from '../../shared/utlegg/trekkContent.ts';

/**
 * Everything about sending a decision that only stands in Skatteetaten's unpublished specification. The elements and their rules are documented
 * (utleggsdatabasen.md 5); each `guess:` below is ours, and this file is the only one to change when the specification comes.
 */

/** Skatteetaten's information model. 1.0 is still described beside 2.0. */
export type Model = '2.0' | '1.0';

/** guess: attachments are put under a uuid of ours, beside the decision; nothing of the upload's address is public. */
export const uploadPath = (uuid: string): string => `vedlegg/${uuid}`;

/** guess: the path. Only the service's name is documented. */
export const decisionPath = 'beslutning-om-utleggstrekk';

/** guess: only PDF; that files are scanned and converted beforehand is all that is documented. */
export const uploadContentType = 'application/pdf';

/** guess: the upload is answered with the uuid it was given. */
export const uploadedUuid = (body: unknown): string | null => textAt(body, 'uuid');

/** guess: the answer's element; that the authority has a case reference of its own is documented. */
export const caseReferenceIn = (body: unknown): string | null => textAt(body, 'saksreferanse');

/** The name is documented; guess: that it stands as `vilkaarnavn` in the list of a 422, as with the other services. */
export const ALREADY_RECEIVED = 'DUPLIKAT_INNSENDING';

/** The decision as JSON for the model. Takes content that the rules have passed, with its document: what is missing throws. */
export function toMessage(
  content: BeslutningContent,
  debtor: NationalId,
  organisationNumber: string,
  model: Model,
): Record<string, unknown> {
  const { document, contact, district } = content;
  if (document === null) throw new Error('a decision without its document was made into a message');
  return {
    innsendersReferanse: content.reference.trim(),
    beslutningsdato: toDateTime(content.decisionDate),
    ...(content.earlierDecisionDate && { beslutningsdatoTrekkEtterGammeltRegelverk: content.earlierDecisionDate }),
    underskrift: content.signedBy.trim(),
    // guess: the type's word; the one seen in public is «tvangsgrunnlag», which this is not.
    beslutning: { type: 'beslutning', filnavn: document.fileName, uuid: document.uuid },
    kommune: {
      organisasjonsnummer: organisationNumber,
      // guess: an element that is empty is left out.
      kontaktinformasjon: { ...given('epostAdresse', contact.email), ...given('telefonnummer', contact.phone) },
    },
    skyldner: { personidentifikator: debtor, ...toResidence(content.address) },
    betalingsinformasjon: {
      // guess: nesting as in the 1.0 sample, also in 2.0.
      betalingsmottaker: { landkodeIdentifikator: 'NO', taxIdentificationNumber: organisationNumber },
      norskKonto: true,
      ...given('kidnummer', content.payment.kid.replace(/\s/g, '')),
      kontoinformasjon: { kontonummer: content.payment.account.replace(/[\s.-]/g, '') },
    },
    ...(district && {
      valgtNamsmannsdistrikt: { namsmannsdistrikt: district.name.trim(), begrunnelse: district.reason.trim() },
    }),
    krav: content.claims.map((claim) => toKrav(claim, model)),
  };
}

function toKrav(claim: BeslutningClaim, model: Model): Record<string, unknown> {
  const interest = claim.interestPeriod;
  return {
    innsendersKravreferanse: claim.reference.trim(),
    kravdetaljer: claim.detail,
    ...given('kravbeskrivelse', claim.description),
    ...(claim.relatedTo.length > 0 && { relatertKrav: claim.relatedTo.map((one) => one.trim()) }),
    ...(claim.due && { kravforfall: { forfallsdato: claim.due } }),
    // guess: æ, ø and å spelled ae, oe and aa as in the 1.0 sample; the text of 2.0 has «opprinneligBeløp».
    opprinneligBeloep: toBeloep(claim.original),
    gjenstaaendeBeloep: toBeloep(claim.remaining),
    ...(claim.payments.length > 0 && {
      innbetaling: claim.payments.map(({ on, amount }) => ({ bokfoertDato: on, beloep: toBeloep(amount) })),
    }),
    ...(claim.order !== null && { prioritetISak: toOrder(claim.order, model) }),
    prioritetDekningsloven: claim.letter,
    ...(claim.bearsInterest && {
      rentebaerendeKrav: {
        harForsinkelsesrente: true,
        ...(claim.bearsInterest.order !== null && {
          prioritetISakFremtidigRentekrav: toOrder(claim.bearsInterest.order, model),
        }),
      },
    }),
    // guess: what the interest was reckoned of is left out, since it changes with every payment.
    ...(interest && {
      rentekrav: {
        rentePeriode: { startdato: interest.from, sluttdato: interest.to },
        beregnetMedForsinkelsesrente: true,
      },
    }),
  };
}

/** guess: a number in 2.0; the 1.0 sample has a string. */
const toOrder = (order: number, model: Model): number | string => (model === '1.0' ? String(order) : order);

/** guess: the 1.0 sample has a time with an offset; noon in UTC is the same day in Norway, whatever the season. */
const toDateTime = (date: IsoDate): string => `${date}T12:00:00Z`;

const toBeloep = (amount: Oere) => ({ beloep: amount / 100, valuta: 'NOK' });

function toResidence(address: BeslutningContent['address']): Record<string, unknown> {
  switch (address.kind) {
    case 'folkeregistrert':
      return { adresseLikFolkeregistrert: true };
    case 'ukjent':
      return { ukjentBosted: true };
    case 'adresse':
      return {
        adresse: {
          adressetekst: address.text.trim(),
          postnummer: address.postalCode.trim(),
          ...given('poststedsnavn', address.city),
        },
      };
  }
}

const given = (name: string, value: string): Record<string, string> =>
  value.trim() === '' ? {} : { [name]: value.trim() };

function textAt(body: unknown, name: string): string | null {
  const value =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : null;
  return typeof value === 'string' && value !== '' && value.length <= 64 ? value : null;
}
