import type { ClaimType } from '../../garnishment/claims.ts';
import type { DebtorPurpose, DebtorStatus } from '../../garnishment/debtorCase.ts';
import type { CollectionGround } from '../../garnishment/legalGrounds.ts';

/** The collection desk's case list, a new case, and what stands about a debtor's case on every screen. */
export const collection = {
  title: 'Mine saker',
  caption: 'Saker på innkrevjingsdesken, sist endret først',
  nav: {
    claims: 'Krav og varsel',
    information: 'Opplysningar',
    decision: 'Avgjerd',
    settings: 'Satsar for innkrevjing',
  },
  columns: {
    caseNumber: 'Saksnummer',
    purpose: 'Gjeld',
    nextStep: 'Neste steg',
    claims: 'Krav',
    total: 'Står att',
    decisionDate: 'Avgjerdsdato',
    fetchedAt: 'Henta',
    updatedAt: 'Sist endret',
  },
  empty: {
    title: 'Ingen saker enno',
    explained:
      'Her ser du skyldnarane du arbeider med, kva som er neste steg for kvar av dem, og kor mykje som står att av krava.',
    start: 'Opprett den første saka',
  },
  claims: (count: number) => (count === 0 ? 'ingen lagt inn' : `${count} krav`),
  notFetched: 'ikkje henta',
  nextSteps: { claims: 'Legg inn krav', fetch: 'Hent opplysningar', decide: 'Vurder trekk' },
  statuses: { ny: 'Ny', underArbeid: 'Under arbeid' } satisfies Record<DebtorStatus, string>,
  ready: 'Klar for avgjerd',
  purposes: {
    utleggstrekk: 'Utleggstrekk',
    pantEllerTrekk: 'Utleggspant eller trekk',
    regulering: 'Regulering av trekk',
    veiledning: 'Rettleiing om trekk',
  } satisfies Record<DebtorPurpose, string>,
  purposeFor: (purpose: string, types: string) => `${purpose} for ${types}`,
  legalGrounds: {
    'tvangsfullbyrdelsesloven-2-15': 'tvangsfullbyrdingslova § 2-15',
    'tvangsfullbyrdelsesloven-2-16': 'tvangsfullbyrdingslova § 2-16',
    'tvangsfullbyrdelsesloven-5-7': 'tvangsfullbyrdingslova § 5-7',
  } satisfies Record<CollectionGround, string>,
  legalGroundsExplained: {
    'tvangsfullbyrdelsesloven-2-15': 'kommunen vedtek utlegg (frå 1. januar 2026)',
    'tvangsfullbyrdelsesloven-2-16': 'den gamle heimelen (til 31. desember 2025)',
    'tvangsfullbyrdelsesloven-5-7': 'innhenting av opplysningar',
  } satisfies Record<CollectionGround, string>,
  /** Several sections of the one act: «tvangsfullbyrdelsesloven §§ 2-15, 5-7». */
  groundsTogether: (sections: readonly string[]) =>
    `tvangsfullbyrdingslova ${sections.length > 1 ? '§§' : '§'} ${sections.join(', ')}`,
  claimTypes: {
    eiendomsskatt: 'Eigedomsskatt',
    vannOgAvloep: 'Vatn og avløp',
    feiingOgTilsyn: 'Feiing og tilsyn',
    avfall: 'Renovasjon',
    vegtrafikk: 'Parkering og vegtrafikk',
    besoeksbidrag: 'Besøksbidrag',
    husleie: 'Husleige',
  } satisfies Record<ClaimType, string>,

  details: {
    newTitle: 'Ny sak',
    newIntro: 'Skyldnar, saksnummer, heimel og formål må være på plass før nokon kan slås opp.',
    editTitle: 'Saksopplysningar',
    debtor: 'Skyldnar',
    caseNumber: 'Saksnummer',
    caseNumberHint: 'Som i sak- og arkivsystemet, for eksempel 2026/0417',
    caseNumberMissing: 'Skriv saksnummeret.',
    nationalIdMissing: 'Skriv fødselsnummeret eller d-nummeret til skyldnaren.',
    purpose: 'Formål',
    legalGrounds: 'Heimel',
    legalGroundMissing: 'Vel minst én heimel.',
    notOnDate: 'Gjeld ikkje på avgjerdsdatoen',
    language: 'Målform',
    decisionDate: 'Avgjerdsdato',
    decisionDateHint: 'Styrer reglar, satsar og fristar',
    decisionDateWrong: 'Skriv avgjerdsdatoen som dd.mm.åååå.',
    condition: 'Er dette undersøkt?',
    conditionHint: 'Ingen av registra her fortel det. Undersøk før du avgjer.',
    conditions: {
      aliveAndAdult: 'Lever og er myndig',
      debtNegotiation: 'Under gjeldsforhandling eller gjeldsordning',
      bankruptcy: 'Konkurs',
    },
    notChecked: 'ikkje undersøkt',
    newNumberForgets: 'Eit nytt nummer slettar det som er henta om den forrige.',
    create: 'Opprett sak',
    save: 'Lagre saksopplysningar',
    change: 'Endre saksopplysningar',
  },
  training: {
    title: 'Øvingspersonar',
    explained: 'Oppdikta skyldnarar som simulatoren kjenner.',
    choose: (name: string) => `Vel ${name}`,
    chosen: 'vald',
    added: (name: string) => `${name} er vald som skyldnar.`,
  },
  header: {
    debtor: 'Skyldnar',
    reveal: 'Vis heile nummeret til skyldnaren så lenge du held nede',
    claims: (count: number, total: string) => `${count} krav · ${total} kr står att`,
    noClaims: 'Ingen krav lagt inn',
    legalGround: 'Heimel',
    decisionDate: 'Avgjerdsdato',
    fetched: (at: string) => `Henta ${at}`,
    notFetched: 'Ikkje henta',
    tabs: 'Steg i saka',
  },
};
