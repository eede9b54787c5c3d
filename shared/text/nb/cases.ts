import type { CaseStatus, informedWays, Language, LegalGround, Purpose } from '../../housing/caseFile.ts';

/** The case list, a new case, and what stands about a case on every screen. */
export const cases = {
  title: 'Mine saker',
  caption: 'Saker på boligdesken, sist endret først',
  columns: {
    caseNumber: 'Saksnummer',
    purpose: 'Formål',
    nextStep: 'Neste steg',
    members: 'Husstand',
    decisionDate: 'Vedtaksdato',
    fetchedAt: 'Hentet',
    createdBy: 'Opprettet av',
    updatedAt: 'Sist endret',
  },
  empty: {
    title: 'Ingen saker ennå',
    explained:
      'Her ser du sakene du arbeider med, hva som er neste steg i hver av dem, og når opplysningene ble hentet.',
    start: 'Opprett den første saken',
  },
  members: (count: number) => (count === 0 ? 'ikke lagt inn' : count === 1 ? '1 person' : `${count} personer`),
  notFetched: 'ikke hentet',
  nextSteps: {
    household: 'Legg inn husstanden',
    fetch: 'Hent opplysninger',
    assess: 'Vurder',
    done: 'Vedtaksgrunnlag laget',
  },
  statuses: {
    ny: 'Ny',
    underVurdering: 'Under vurdering',
    vedtaksgrunnlagLaget: 'Vedtaksgrunnlag laget',
  } satisfies Record<CaseStatus, string>,
  legalGrounds: { 'boligsosialloven-9': 'boligsosialloven § 9' } satisfies Record<LegalGround, string>,
  purposes: {
    'kommunal-bolig': 'Søknad om kommunal bolig',
    'midlertidig-bolig': 'Midlertidig bolig',
    'tilpasset-bolig': 'Tilpasset bolig',
    'etablering-og-tilpasning': 'Etablering og tilpasning av bolig',
  } satisfies Record<Purpose, string>,
  languages: { nb: 'bokmål', nn: 'nynorsk' } satisfies Record<Language, string>,
  informedWays: {
    soeknadsskjema: 'i søknadsskjemaet',
    samtale: 'i samtale',
    brev: 'i brev',
  } satisfies Record<(typeof informedWays)[number], string>,

  details: {
    newTitle: 'Ny sak',
    newIntro: 'Saksnummer, hjemmel og formål må være på plass før noen kan slås opp.',
    editTitle: 'Saksopplysninger',
    caseNumber: 'Saksnummer',
    caseNumberHint: 'Som i sak- og arkivsystemet, for eksempel 2026/1843',
    caseNumberMissing: 'Skriv saksnummeret.',
    legalGround: 'Hjemmel',
    purpose: 'Formål',
    language: 'Målform i vedtaksgrunnlaget',
    decisionDate: 'Vedtaksdato',
    decisionDateHint: 'Regel og grunnbeløp velges etter denne datoen',
    decisionDateWrong: 'Skriv vedtaksdatoen som dd.mm.åååå.',
    informed: 'Er søkeren kjent med at kommunen henter opplysninger?',
    informedHint: 'Boligsosialloven § 9: samarbeid med søkeren så langt det er mulig. Må svares på før første oppslag.',
    informedHow: 'Informert',
    informedNotYet: 'ikke ennå',
    informedOn: 'Informert den',
    informedOnWrong: 'Skriv når søkeren ble informert, som dd.mm.åååå.',
    informedInFuture: 'Datoen for informasjonen er ikke kommet ennå.',
    create: 'Opprett sak',
    save: 'Lagre saksopplysninger',
    change: 'Endre saksopplysninger',
  },

  header: {
    household: (adults: number, children: number) =>
      [
        adults === 1 ? '1 voksen' : `${adults} voksne`,
        children === 0 ? '' : children === 1 ? '1 barn' : `${children} barn`,
      ]
        .filter(Boolean)
        .join(', '),
    householdLabel: 'Husstand',
    householdMissing: 'ikke lagt inn',
    decisionDate: 'Vedtaksdato',
    legalGround: 'Hjemmel',
    language: 'Målform',
    fetched: (at: string) => `Hentet ${at}`,
    notFetched: 'Ikke hentet',
    tabs: 'Steg i saken',
  },

  history: {
    title: 'Historikk',
    caption: 'Det som er gjort i saken, nyeste først',
    created: (by: string) => `Saken ble opprettet av ${by}`,
    fetched: (count: number) => (count === 1 ? 'Hentet 1 opplysning' : `Hentet ${count} opplysninger`),
    failed: (count: number) => (count === 1 ? '1 oppslag mislyktes' : `${count} oppslag mislyktes`),
    document: (fileName: string, by: string) => `${by} laget vedtaksgrunnlaget ${fileName}`,
    at: 'Tid',
    what: 'Hva',
    fullLog: 'Alle oppslag i saken står i Logg over oppslag.',
  },
};
