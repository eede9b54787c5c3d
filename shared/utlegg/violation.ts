import type { Violation } from './trekk.ts';

/** `vilkaarnavn` of every rule that is held here (utleggsdatabasen.md 8), and below them what the table has no name for. The sentences are in shared/text. */
export type ViolationCode =
  | 'UGYLDIG_PERSONIDENTIFIKATOR' // V-01
  | 'ER_IKKE_HOVEDENHET' // V-02
  | 'SAMME_SAKSOEKT_SOM_SAKSOEKER' // V-03
  | 'INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING' // V-04
  | 'UGYLDIG_BESLUTNINGSDATO' // V-05
  | 'SEN_REGISTRERING' // V-06
  | 'PARAGRAF_4_18_VARSEL_PAAKREVET' // V-07
  | 'NYTT_REGELVERK_PAAKREVET' // V-08
  | 'ENTEN_BELOEP_ELLER_PROSENT' // V-09
  | 'UGYLDIG_PERIODE' // V-10, V-11
  | 'TREKKPERIODE_FOR_LANG' // V-12
  | 'FORLENGELSE_KREVER_NY_REGISTRERING' // V-13
  | 'UGYLDIG_BELOEP' // V-14
  | 'UGYLDIG_TREKKSTOERRELSE' // V-15
  | 'TREKK_OVERSTIGER_KRAV' // V-16
  | 'MANGLER_KRAV' // V-17
  | 'KRAV_DUPLIKATE_REFERANSER' // V-18
  | 'RELATERTE_KRAV_UGYLDIGE_KRAVREFERANSER' // V-19
  | 'RELATERTE_KRAV_KAN_IKKE_PEKE_PÅ_SEG_SELV'
  | 'RENTE_MAA_HA_RELATERT_KRAV'
  | 'RENTEKRAV_KAN_IKKE_HA_RENTEKRAV'
  | 'GEBYR_ELLER_SAKSKOSTNAD_HAR_ET_RELATERTKRAV_SOM_IKKE_ER_HOVEDSTOL'
  | 'HOVEDSTOL_SKAL_IKKE_HA_ET_RELATERT_KRAV'
  | 'KRAV_MANGLER_FORFALLSDATO' // V-20
  | 'KRAV_OPPGIS_UTEN_FORFALLSDATO'
  | 'UGYLDIG_GJENSTAAENDE' // V-21
  | 'INNBETALING_FRAM_I_TID' // V-22
  | 'PRIORITET_IKKE_VANLIG_FOR_KRAVTYPE' // V-23
  | 'PRIORITET_RENTER' // V-24
  | 'PRIORITET_MANGLER' // V-25
  | 'PRIORITET_MANGLER_PÅ_RENTEOPPLYSNINGER'
  | 'UGYLDIG_KONTONR' // V-26
  | 'UGYLDIG_KID'
  | 'DUPLIKAT_INNSENDING' // V-27
  | 'KRAV_ALLEREDE_I_TREKK' // V-28
  | 'EGET_TREKK_LOEPER' // V-29
  | 'SAMORDNING_MANGLER' // V-30
  | 'ULD-022'
  | 'TREKKPLIKTIG_IKKE_FUNNET' // V-31
  | 'SKYLDNERSTATUS' // V-32
  | 'UGYLDIG_ORGANISASJONSNUMMER' // the one who deducts: no unit is demanded, only a number that holds
  | 'REGELVERK_IKKE_AVKLART' // nobody knows, so that neither message may be sent
  | 'SAKSOEKT_GAMMELT_REGELVERK' // ELAN's name for a decision on a debtor who stands under the old rules
  | 'PRIORITET_DEKNINGSLOVEN_MANGLER'
  | 'VENTENDE_SAMSVARER_IKKE_MED_SAMORDNING'
  | 'SAKEN_KAN_IKKE_BESLUTTES'
  | 'FEIL_TILSTAND' // 7.1
  | 'IKKE_UTLOEPT' // 7.1
  | 'IKKE_INNFRIDD' // 7.1
  | 'BEGRUNNELSE_MANGLER' // 7.1
  | 'RENTEBAERENDE_KRAV_MANGLER' // 5: must be filled if interest is claimed on it
  | 'FELT_MANGLER'
  | 'UGYLDIG_FORMAT'
  | 'UGYLDIG_DATO';

/** A rule that stops. `field`: the path in the act's content. `rule`: null outside the table. */
export const stops = (rule: string | null, code: ViolationCode, field: string): Violation => ({
  rule,
  level: 'error',
  code,
  field,
  text: null,
});

/** A rule that warns, and needs a reason to go on. */
export const warns = (rule: string | null, code: ViolationCode, field: string): Violation => ({
  ...stops(rule, code, field),
  level: 'warning',
});
