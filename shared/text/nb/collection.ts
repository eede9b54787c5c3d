import type { ClaimType } from '../../garnishment/claims.ts';
import type { DebtorPurpose, DebtorStatus } from '../../garnishment/debtorCase.ts';
import type { CollectionGround } from '../../garnishment/legalGrounds.ts';

/** The collection desk's case list, a new case, and what stands about a debtor's case on every screen. */
export const collection = {
  title: 'Mine saker',
  caption: 'Saker på innkrevingsdesken, sist endret først',
  nav: {
    claims: 'Krav og varsel',
    information: 'Opplysninger',
    decision: 'Beslutning',
    settings: 'Satser for innkreving',
  },
  columns: {
    caseNumber: 'Saksnummer',
    purpose: 'Gjelder',
    nextStep: 'Neste steg',
    claims: 'Krav',
    total: 'Gjenstår',
    decisionDate: 'Beslutningsdato',
    fetchedAt: 'Hentet',
    updatedAt: 'Sist endret',
  },
  empty: {
    title: 'Ingen saker ennå',
    explained:
      'Her ser du skyldnerne du arbeider med, hva som er neste steg for hver av dem, og hvor mye som gjenstår av kravene.',
    start: 'Opprett den første saken',
  },
  claims: (count: number) => (count === 0 ? 'ingen lagt inn' : `${count} krav`),
  notFetched: 'ikke hentet',
  nextSteps: { claims: 'Legg inn krav', fetch: 'Hent opplysninger', decide: 'Vurder trekk' },
  statuses: { ny: 'Ny', underArbeid: 'Under arbeid' } satisfies Record<DebtorStatus, string>,
  ready: 'Klar for beslutning',
  purposes: {
    utleggstrekk: 'Utleggstrekk',
    pantEllerTrekk: 'Utleggspant eller trekk',
    regulering: 'Regulering av trekk',
    veiledning: 'Veiledning om trekk',
  } satisfies Record<DebtorPurpose, string>,
  purposeFor: (purpose: string, types: string) => `${purpose} for ${types}`,
  legalGrounds: {
    'tvangsfullbyrdelsesloven-2-15': 'tvangsfullbyrdelsesloven § 2-15',
    'tvangsfullbyrdelsesloven-2-16': 'tvangsfullbyrdelsesloven § 2-16',
    'tvangsfullbyrdelsesloven-5-7': 'tvangsfullbyrdelsesloven § 5-7',
  } satisfies Record<CollectionGround, string>,
  legalGroundsExplained: {
    'tvangsfullbyrdelsesloven-2-15': 'kommunen beslutter utlegg (fra 1. januar 2026)',
    'tvangsfullbyrdelsesloven-2-16': 'den gamle hjemmelen (til 31. desember 2025)',
    'tvangsfullbyrdelsesloven-5-7': 'innhenting av opplysninger',
  } satisfies Record<CollectionGround, string>,
  /** Several sections of the one act: «tvangsfullbyrdelsesloven §§ 2-15, 5-7». */
  groundsTogether: (sections: readonly string[]) =>
    `tvangsfullbyrdelsesloven ${sections.length > 1 ? '§§' : '§'} ${sections.join(', ')}`,
  claimTypes: {
    eiendomsskatt: 'Eiendomsskatt',
    vannOgAvloep: 'Vann og avløp',
    feiingOgTilsyn: 'Feiing og tilsyn',
    avfall: 'Renovasjon',
    vegtrafikk: 'Parkering og vegtrafikk',
    besoeksbidrag: 'Besøksbidrag',
    husleie: 'Husleie',
  } satisfies Record<ClaimType, string>,

  details: {
    newTitle: 'Ny sak',
    newIntro: 'Skyldner, saksnummer, hjemmel og formål må være på plass før noen kan slås opp.',
    editTitle: 'Saksopplysninger',
    debtor: 'Skyldner',
    caseNumber: 'Saksnummer',
    caseNumberHint: 'Som i sak- og arkivsystemet, for eksempel 2026/0417',
    caseNumberMissing: 'Skriv saksnummeret.',
    nationalIdMissing: 'Skriv fødselsnummeret eller d-nummeret til skyldneren.',
    purpose: 'Formål',
    legalGrounds: 'Hjemmel',
    legalGroundMissing: 'Velg minst én hjemmel.',
    notOnDate: 'Gjelder ikke på beslutningsdatoen',
    language: 'Målform',
    decisionDate: 'Beslutningsdato',
    decisionDateHint: 'Styrer regler, satser og frister',
    decisionDateWrong: 'Skriv beslutningsdatoen som dd.mm.åååå.',
    condition: 'Er dette undersøkt?',
    conditionHint: 'Ingen av registrene her forteller det. Undersøk før du beslutter.',
    conditions: {
      aliveAndAdult: 'Lever og er myndig',
      debtNegotiation: 'Under gjeldsforhandling eller gjeldsordning',
      bankruptcy: 'Konkurs',
    },
    notChecked: 'ikke undersøkt',
    newNumberForgets: 'Et nytt nummer sletter det som er hentet om den forrige.',
    create: 'Opprett sak',
    save: 'Lagre saksopplysninger',
    change: 'Endre saksopplysninger',
  },
  training: {
    title: 'Øvingspersoner',
    explained: 'Oppdiktede skyldnere som simulatoren kjenner.',
    choose: (name: string) => `Velg ${name}`,
    chosen: 'valgt',
    added: (name: string) => `${name} er valgt som skyldner.`,
  },
  header: {
    debtor: 'Skyldner',
    reveal: 'Vis hele nummeret til skyldneren så lenge du holder nede',
    claims: (count: number, total: string) => `${count} krav · ${total} kr gjenstår`,
    noClaims: 'Ingen krav lagt inn',
    legalGround: 'Hjemmel',
    decisionDate: 'Beslutningsdato',
    fetched: (at: string) => `Hentet ${at}`,
    notFetched: 'Ikke hentet',
    tabs: 'Steg i saken',
  },
};
