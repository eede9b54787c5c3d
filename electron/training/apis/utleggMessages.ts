import { z } from 'zod';
import { zDate } from '../../../shared/values.ts';

// What may be written to utleggsdatabasen and to ELAN, as electron/utleggsdatabasen/openapi.json has it: members, types and patterns. What
// utleggsdatabasen.md 8 has a rule for (amount or percent, no claims, a negative amount) passes here and is told by its name afterwards.

/** Characters at most. */
const text = (length: number) => z.string().max(length);

const OrganisationNumber = z.string().regex(/^\d{9}$/);
const PersonNumber = z.string().regex(/^\d{11}$/);
const AccountNumber = z.string().regex(/^\d{11}$/);
const Kid = z.string().regex(/^\d{1,24}[\d-]$/);
const Letter = z.enum(['a', 'b', 'c', 'd', 'e']);
const PlaceInOrder = z.int().min(1).max(99);
const Amount = z.strictObject({ beloep: z.number(), valuta: z.literal('NOK') });
const Due = z.strictObject({ forfallsdato: zDate });

const Virksomhet = z.strictObject({ organisasjonsnummer: OrganisationNumber, navn: text(200).optional() });
const Trekkpliktig = z.strictObject({
  ...Virksomhet.shape,
  ytelsestype: z.enum(['loenn', 'trygd', 'pensjon', 'annet']).optional(),
});
const Namsmyndighet = z.strictObject({
  ...Virksomhet.shape,
  namsmyndighetstype: z.enum([
    'kommunalSaernamsmyndighet',
    'alminneligNamsmann',
    'innkrevingsmyndigheten',
    'statensInnkrevingssentral',
    'bidragOgTilbakebetaling',
    'ukjent',
  ]),
  saksnummer: text(64).optional(),
});

/** Size in one period, kroner a month or per cent. */
const Period = z.strictObject({
  startdato: zDate,
  sluttdato: zDate.optional(),
  trekkbeloep: z.strictObject({ trekkbeloep: z.number() }).optional(),
  trekkprosent: z.strictObject({ trekkprosent: z.number() }).optional(),
});
export type Period = z.output<typeof Period>;

const Krav = z.strictObject({
  innsendersKravreferanse: text(64).min(1),
  kravtype: z.enum(['eiendomsskatt', 'vannOgAvloep', 'avfallsgebyr', 'feiegebyr', 'parkering', 'annet']),
  kravdetaljer: z.string(),
  kravbeskrivelse: text(500).optional(),
  kravforfall: Due.optional(),
  opprinneligBeloep: Amount,
  gjenstaaendeBeloep: Amount,
  prioritetDekningsloven: Letter,
  prioritetISak: PlaceInOrder.optional(),
  relatertKrav: z.array(z.string()).optional(),
});

const Underretning = z.strictObject({
  sendtDato: zDate,
  kanal: z.enum(['digitalPostkasse', 'altinn', 'brev', 'forkynnelse']),
});

/** The part of a trekk that may be changed afterwards. */
const terms = {
  trekkpliktig: Trekkpliktig,
  trekkstoerrelseForPeriode: z.array(Period).min(1),
  krav: z.array(Krav),
  betalingsinformasjon: z.strictObject({
    betalingsmottaker: OrganisationNumber,
    kontonummer: AccountNumber,
    kidnummer: Kid,
  }),
  underretningTilSkyldner: Underretning.optional(),
};

/** The part that may not. */
const origin = {
  innsendersReferanse: text(64).min(1),
  skyldner: z.strictObject({ personidentifikator: PersonNumber }),
  saksoeker: Virksomhet,
  namsmyndighet: Namsmyndighet,
  beslutningsdato: zDate,
  varseldato: zDate,
};

const Uuid = z.string().regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i);

/** A time with its offset; zod's own is stricter than the contract's about what offset may be. */
const Time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);

/** RegistrerUtleggstrekk. */
export const Registrering = z.strictObject({
  ...origin,
  ...terms,
  samordning: z.strictObject({
    oppslagId: Uuid,
    oppslagstidspunkt: Time,
    regelverk: z.enum(['gammelt', 'nytt']),
    konklusjon: z.enum([
      'ingenLoependeTrekk',
      'romEtterBedrePrioritet',
      'gaarForanDaarligerePrioritet',
      'venterTilLedig',
    ]),
    hensyntattUtleggstrekkId: z.array(Uuid).optional(),
    underrettetNamsmyndighet: z.array(OrganisationNumber).optional(),
    vurdering: text(2000).optional(),
  }),
});
export type Registrering = z.output<typeof Registrering>;

/** EndreUtleggstrekk. */
export const Endring = z.strictObject({
  ...terms,
  endringsaarsak: z.enum([
    'nyTrekkpliktig',
    'nyLivsoppholdsvurdering',
    'klage',
    'innbetalingPaaKrav',
    'midlertidigStans',
    'gjenopptak',
    'retting',
  ]),
  endringsdato: zDate,
  begrunnelse: text(2000).optional(),
});
export type Endring = z.output<typeof Endring>;

/** AvsluttUtleggstrekk. */
export const Avslutning = z.strictObject({
  aarsak: z.enum([
    'innfridd',
    'utloept',
    'opphevetEtterKlage',
    'opphevetAvNamsmyndigheten',
    'begjaeringTrukket',
    'ingenTrekkpliktig',
    'gjeldsordningEllerKonkurs',
    'doedsfall',
    'overfoertTilSamordnetTrekk',
    'feilregistrert',
  ]),
  sluttdato: zDate,
  begrunnelse: text(2000).optional(),
  overfoertTilSaksreferanse: text(64).optional(),
});
export type Avslutning = z.output<typeof Avslutning>;

/** What the register keeps of a trekk, whoever asks and whatever day it is. Members of an answer that are reckoned are dropped when it is read. */
export const Registered = z.object({
  ...origin,
  ...terms,
  innfoertILoesoereregisteret: zDate,
  avslutning: Avslutning.pick({ aarsak: true, sluttdato: true, begrunnelse: true }).optional(),
});
export type Registered = z.output<typeof Registered>;

const Vedlegg = z.strictObject({ type: z.string(), filnavn: z.string(), uuid: Uuid });
const Part = z.strictObject({
  landkodeIdentifikator: z.literal('NO'),
  taxIdentificationNumber: z.string().regex(/^(\d{11}|\d{9})$/),
});

const KravIBeslutning = z.strictObject({
  innsendersKravreferanse: z.string().min(1),
  kravdetaljer: z.string(),
  kravbeskrivelse: z.string().optional(),
  kravgrunnlagsidentifikator: z.string().optional(),
  relatertKrav: z.array(z.string()).optional(),
  kravforfall: Due.optional(),
  opprinneligBeloep: Amount,
  gjenstaaendeBeloep: Amount,
  innbetaling: z.array(z.strictObject({ bokfoertDato: zDate, beloep: Amount })).optional(),
  prioritetISak: PlaceInOrder.optional(),
  prioritetDekningsloven: Letter,
  betalingsoppfordring: z
    .array(z.strictObject({ brevdato: zDate, betalingsfrist: zDate, betalingsoppfordring: Vedlegg.optional() }))
    .optional(),
  rentebaerendeKrav: z
    .strictObject({
      harForsinkelsesrente: z.boolean().optional(),
      prioritetISakFremtidigRentekrav: PlaceInOrder.optional(),
    })
    .optional(),
  rentekrav: z
    .strictObject({
      rentePeriode: z.strictObject({ startdato: zDate, sluttdato: zDate }).optional(),
      renteGrunnlag: Amount.optional(),
      beregnetMedForsinkelsesrente: z.boolean().optional(),
      beregnetMedAvtaltRentesats: z.number().min(0).optional(),
    })
    .optional(),
});

/** Exactly one of the members that exclude each other. */
const exactlyOne =
  (...names: readonly string[]) =>
  (value: object): boolean =>
    names.filter((name) => name in value).length === 1;

/** BeslutningOmUtleggstrekkFraKommune. */
export const Beslutning = z.strictObject({
  innsendersReferanse: z.string().optional(),
  beslutningsdato: Time,
  beslutningsdatoTrekkEtterGammeltRegelverk: zDate.optional(),
  underskrift: z.string().min(1),
  beslutning: Vedlegg,
  kommune: z.strictObject({
    organisasjonsnummer: OrganisationNumber,
    kontaktinformasjon: z
      .strictObject({
        epostAdresse: z
          .string()
          .regex(/^[^@\s]+@[^@\s]+$/)
          .optional(),
        telefonnummer: z.string().optional(),
      })
      .optional(),
  }),
  skyldner: z
    .strictObject({
      personidentifikator: PersonNumber,
      adresseLikFolkeregistrert: z.literal(true).optional(),
      adresse: z
        .strictObject({
          adressetekst: z.string(),
          postnummer: z.string().regex(/^\d{4}$/),
          poststedsnavn: z.string().optional(),
          kommunenummer: z
            .string()
            .regex(/^\d{4}$/)
            .optional(),
        })
        .optional(),
      ukjentBosted: z.literal(true).optional(),
    })
    .refine(exactlyOne('adresseLikFolkeregistrert', 'adresse', 'ukjentBosted')),
  prosessfullmektig: z
    .strictObject({
      personidentifikator: PersonNumber,
      orgnummerProsessfullmektig: OrganisationNumber,
      fullmakt: Vedlegg.optional(),
      bevillingshaver: z.literal(true).optional(),
    })
    .refine(exactlyOne('fullmakt', 'bevillingshaver'))
    .optional(),
  betalingsinformasjon: z.strictObject({
    betalingsmottaker: Part,
    norskKonto: z.boolean().optional(),
    kidnummer: Kid.optional(),
    kontoinformasjon: z.strictObject({
      kontonummer: AccountNumber.optional(),
      bankNavn: z.string().optional(),
      landkodeBank: z.string().optional(),
      kontovaluta: z.string().optional(),
    }),
  }),
  valgtNamsmannsdistrikt: z.strictObject({ namsmannsdistrikt: z.string(), begrunnelse: z.string() }).optional(),
  krav: z.array(KravIBeslutning),
});
export type Beslutning = z.output<typeof Beslutning>;
