/** One rule that a message breaks (Avvik of our contract). */
export interface Avvik {
  readonly vilkaarnavn: Vilkaar;
  readonly avvikstekst: string;
  /** JSON pointer. */
  readonly felt: string;
}

/** Rules by the names of utleggsdatabasen.md 8; the last few are this simulator's own guesses at what ELAN says. */
const TEXTS = {
  UGYLDIG_PERSONIDENTIFIKATOR: 'Personidentifikatoren er ikke gyldig.',
  ER_IKKE_HOVEDENHET: 'Organisasjonsnummeret er ikke en hovedenhet.',
  SAMME_SAKSOEKT_SOM_SAKSOEKER: 'Skyldneren kan ikke være den som skal ha pengene.',
  INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING: 'Innsenderen er en annen enn den som er autentisert.',
  UGYLDIG_BESLUTNINGSDATO: 'Beslutningsdatoen er fram i tid eller før kravets forfall.',
  PARAGRAF_4_18_VARSEL_PAAKREVET:
    'Varselet etter tvangsfullbyrdelsesloven § 4-18 er for sent, for tidlig eller for gammelt.',
  NYTT_REGELVERK_PAAKREVET: 'Skyldneren skal behandles etter nytt regelverk.',
  ENTEN_BELOEP_ELLER_PROSENT: 'Oppgi enten beløp eller prosent.',
  UGYLDIG_PERIODE: 'Trekkperioden er ikke gyldig.',
  TREKKPERIODE_FOR_LANG: 'Trekkperioden mangler slutt eller er lengre enn to år.',
  FORLENGELSE_KREVER_NY_REGISTRERING: 'Et registrert trekk kan ikke forlenges.',
  UGYLDIG_BELOEP: 'Beløpet er negativt eller har mer enn to desimaler.',
  UGYLDIG_TREKKSTOERRELSE: 'Trekkets størrelse er ikke gyldig.',
  MANGLER_KRAV: 'Det mangler krav.',
  KRAV_DUPLIKATE_REFERANSER: 'Flere krav har samme referanse.',
  RELATERTE_KRAV_UGYLDIGE_KRAVREFERANSER: 'Kravet viser til et krav som ikke finnes.',
  RELATERTE_KRAV_KAN_IKKE_PEKE_PÅ_SEG_SELV: 'Kravet viser til seg selv.',
  RENTE_MAA_HA_RELATERT_KRAV: 'Renter må vise til et krav.',
  RENTEKRAV_KAN_IKKE_HA_RENTEKRAV: 'Renter kan ikke vise til renter.',
  GEBYR_ELLER_SAKSKOSTNAD_HAR_ET_RELATERTKRAV_SOM_IKKE_ER_HOVEDSTOL: 'Kostnader må vise til en hovedstol.',
  HOVEDSTOL_SKAL_IKKE_HA_ET_RELATERT_KRAV: 'En hovedstol skal ikke vise til et annet krav.',
  KRAV_MANGLER_FORFALLSDATO: 'Kravet mangler forfallsdato.',
  KRAV_OPPGIS_UTEN_FORFALLSDATO: 'Renter oppgis uten forfallsdato.',
  UGYLDIG_GJENSTAAENDE: 'Det gjenstående beløpet er større enn det opprinnelige, eller ingenting gjenstår.',
  INNBETALING_FRAM_I_TID: 'Innbetalingen er fram i tid.',
  PRIORITET_MANGLER: 'Prioritet i saken oppgis på alle krav eller ingen.',
  PRIORITET_MANGLER_PÅ_RENTEOPPLYSNINGER: 'Prioritet i saken mangler på fremtidige renter.',
  UGYLDIG_KONTONR: 'Kontonummeret er ikke gyldig.',
  UGYLDIG_KID: 'KID-nummeret er ikke gyldig.',
  SAMORDNING_MANGLER: 'Oppslaget er ukjent, gjelder en annen eller er eldre enn 24 timer.',
  DUPLIKAT_INNSENDING: 'Beslutningen er allerede mottatt.',
  KRAV_ALLEREDE_I_TREKK: 'Kravet er allerede med i en mottatt beslutning.',
  VEDLEGG_MANGLER: 'Vedlegget er ikke lastet opp.',
  GAMMELT_REGELVERK_PAAKREVET: 'Skyldneren skal behandles etter gammelt regelverk.',
} as const;

/** The name of a rule. */
export type Vilkaar = keyof typeof TEXTS;

/** That a rule is broken at a place. */
export const avvik = (vilkaarnavn: Vilkaar, felt: string): Avvik => ({
  vilkaarnavn,
  avvikstekst: TEXTS[vilkaarnavn],
  felt,
});

/** The avvik when the condition holds, otherwise none. */
export const avvikIf = (isBroken: boolean, vilkaarnavn: Vilkaar, felt: string): Avvik[] =>
  isBroken ? [avvik(vilkaarnavn, felt)] : [];
