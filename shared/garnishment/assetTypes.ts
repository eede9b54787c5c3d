import type { AssetKind } from './debtorAnalysis.ts';

/** How one type of `spesifisering` is read (skatteetaten-apis.md 5.4). All field names are Skatteetaten's. */
export interface AssetType {
  readonly kind: AssetKind;
  /** Fields that hold the value: of the first group with a field that was delivered, the sum. Whole kroner. */
  readonly value: readonly (readonly string[])[];
  /** Fields that tell one such thing from another: the same thing can stand under several posts. */
  readonly identity: readonly string[];
  /** Holds debt in the same specification. */
  readonly debt?: string;
}

const property = ['kommunenummer', 'gaardsnummer', 'bruksnummer', 'festenummer', 'seksjonsnummer'];

/** The types that are things to consider for utlegg, or debt. `notAnAsset` are those about income; any other type is unknown. */
export const assetTypes: Readonly<Record<string, AssetType>> = {
  Konto: { kind: 'bankAccount', value: [['innskudd']], identity: ['kontonummer'], debt: 'gjeld' },
  Eiendom: {
    kind: 'property',
    value: [['beregnetMarkedsverdiForBolig'], ['formuesverdi'], ['formuesverdiForFormuesandel'], ['beloep']],
    identity: [...property, 'gateadresse', 'husnummer', 'husbokstav', 'andelsnummer', 'aksjeboenhetsnummer'],
  },
  OekonomiskeForholdKnyttetTilBoligsameieEllerBoligselskap: {
    kind: 'housingShare',
    value: [['andelAvAnnenFormueIBoligsameie', 'andelAvAnnenFormueIBoligselskap']],
    identity: ['organisasjonsnummer', 'navn'],
  },
  Kjoeretoey: {
    kind: 'vehicle',
    value: [['antattMarkedsverdi'], ['formuesverdi'], ['beloep']],
    identity: ['registreringsnummer'],
  },
  FritidsbaatMedSalgsverdiOverSalgsverdigrense: {
    kind: 'boat',
    value: [['antattSalgsverdi'], ['forsikringssum']],
    identity: ['baatmerke'],
  },
  AksjeIAksjonaerregisteret: {
    kind: 'security',
    value: [['verdiFoerVerdsettingsrabattForAksje']],
    identity: ['organisasjonsnummer', 'isinnummer', 'aksjeklasse'],
  },
  AksjeIkkeIAksjonaerregisteret: {
    kind: 'security',
    value: [['verdiFoerVerdsettingsrabattForAksje']],
    identity: ['kontonummer', 'organisasjonsnummer', 'organisasjonsnavn'],
  },
  Aksjesparekonto: {
    kind: 'security',
    value: [['verdiFoerVerdsettingsrabattForAksjedel', 'formuesverdiForKontanter']],
    identity: ['kontonummer'],
  },
  Fondskonto: {
    kind: 'security',
    value: [['verdiFoerVerdsettingsrabattForAksjeOgAksjefond', 'formuesverdiForKontanterMv']],
    identity: ['kontonummer'],
  },
  Verdipapirfond: {
    kind: 'security',
    value: [['formuesverdiForAndelIRentedel', 'verdiFoerVerdsettingsrabattForAndelIAksjedel']],
    identity: ['isinnummer', 'fondetsOrganisasjonsnummer', 'fondetsNavn'],
  },
  ObligasjonOgSertifikat: {
    kind: 'security',
    value: [['formuesverdiForObligasjonOgSertifikat']],
    identity: ['kontonummer', 'rentepapiretsNavn'],
  },
  AnnetFinansprodukt: {
    kind: 'security',
    value: [['formuesverdiForAnnetFinansprodukt']],
    identity: ['kontonummer', 'finansproduktetsNavn'],
    debt: 'gjeldPaaAnnetFinansprodukt',
  },
  VirtuellEiendel: { kind: 'security', value: [['formuesverdiForVirtuellEiendel']], identity: [] },
  Fordring: {
    kind: 'receivable',
    value: [['formuesverdi']],
    identity: ['selskapetsOrganisasjonsnummer', 'selskapetsNavn', 'skyldner'],
  },
  PrivatFordringUtenforVirksomhetTilPrivatperson: {
    kind: 'receivable',
    value: [['formuesverdi']],
    identity: ['skyldner'],
  },
  Livsforsikring: { kind: 'insurance', value: [], identity: ['forsikringsnummer'] },
  IndividuellPensjonsordning: {
    kind: 'insurance',
    value: [['premiefond']],
    identity: ['oppgavegiverPensjonsinnbetalingerOrganisasjonsnummer'],
  },
  DeltakersAndelAvFormueOgInntekt: {
    kind: 'other',
    value: [],
    identity: ['selskapetsOrganisasjonsnummer', 'selskapetsNavn'],
    debt: 'gjeld',
  },
  AndreBeloepKnyttetTilBoligOgEiendeler: {
    kind: 'other',
    value: [
      ['formuesverdiForAnnenFormue', 'kontantbeloep', 'formuesverdiForInnboLoesoereOgFritidsbaatUnderSalgsverdigrense'],
    ],
    identity: ['beskrivelseForAnnenFormue'],
  },
  KapitalisertFesteavgift: {
    kind: 'other',
    value: [['verdiFoerVerdsettingsrabattForKapitalisertFesteavgift']],
    identity: [],
    debt: 'gjeldsfradragForKapitalisertFesteavgift',
  },
  PrivatGjeldsforholdUtenforVirksomhet: {
    kind: 'loan',
    value: [['gjeld']],
    identity: ['organisasjonsnummer', 'fordringshaver'],
  },
  SkyldigRestskatt: { kind: 'loan', value: [['samletSkyldigRestskatt']], identity: [] },
  AnnenKapitalkostnad: { kind: 'loan', value: [['gjeldFraInkassoselskap']], identity: [] },
  SamletGjeldOgFormuesobjekterINaering: { kind: 'loan', value: [['samletGjeldINaering']], identity: [] },
};

/** Types about income and payouts: shown with the year's posts, not as assets. */
export const notAnAsset: readonly string[] = [
  'LoennOgTilsvarendeYtelser',
  'KollektivPensjonsordning',
  'Skadeforsikring',
  'Naeringsopplysninger',
  'SykepengerOgAnnenInntektMvFraOppgavegiver',
  'GrunnlagKnyttetTilLottaker',
  'UnderholdsbidragSkyldigOgTilGode',
];
