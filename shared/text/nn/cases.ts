import type { cases as nb } from '../nb/cases.ts';

export const cases = {
  title: 'Mine saker',
  caption: 'Saker på bustaddesken, sist endra først',
  columns: {
    caseNumber: 'Saksnummer',
    purpose: 'Føremål',
    nextStep: 'Neste steg',
    members: 'Husstand',
    decisionDate: 'Vedtaksdato',
    fetchedAt: 'Henta',
    createdBy: 'Oppretta av',
    updatedAt: 'Sist endra',
  },
  empty: {
    title: 'Ingen saker enno',
    explained:
      'Her ser du sakene du arbeider med, kva som er neste steg i kvar av dei, og når opplysningane vart henta.',
    start: 'Opprett den første saka',
  },
  members: (count: number) => (count === 0 ? 'ikkje lagd inn' : count === 1 ? '1 person' : `${count} personar`),
  notFetched: 'ikkje henta',
  nextSteps: {
    household: 'Legg inn husstanden',
    fetch: 'Hent opplysningar',
    assess: 'Vurder',
    done: 'Vedtaksgrunnlag laga',
  },
  statuses: {
    ny: 'Ny',
    underVurdering: 'Under vurdering',
    vedtaksgrunnlagLaget: 'Vedtaksgrunnlag laga',
  },
  legalGrounds: { 'boligsosialloven-9': 'bustadsosiallova § 9' },
  purposes: {
    'kommunal-bolig': 'Søknad om kommunal bustad',
    'midlertidig-bolig': 'Mellombels bustad',
    'tilpasset-bolig': 'Tilpassa bustad',
    'etablering-og-tilpasning': 'Etablering og tilpassing av bustad',
  },
  languages: { nb: 'bokmål', nn: 'nynorsk' },
  informedWays: {
    soeknadsskjema: 'i søknadsskjemaet',
    samtale: 'i samtale',
    brev: 'i brev',
  },

  details: {
    newTitle: 'Ny sak',
    newIntro: 'Saksnummer, heimel og føremål må vere på plass før nokon kan slåast opp.',
    editTitle: 'Saksopplysningar',
    caseNumber: 'Saksnummer',
    caseNumberHint: 'Som i sak- og arkivsystemet, til dømes 2026/1843',
    caseNumberMissing: 'Skriv saksnummeret.',
    legalGround: 'Heimel',
    purpose: 'Føremål',
    language: 'Målform i vedtaksgrunnlaget',
    decisionDate: 'Vedtaksdato',
    decisionDateHint: 'Regel og grunnbeløp blir valde etter denne datoen',
    decisionDateWrong: 'Skriv vedtaksdatoen som dd.mm.åååå.',
    informed: 'Er søkjaren kjend med at kommunen hentar opplysningar?',
    informedHint: 'Bustadsosiallova § 9: samarbeid med søkjaren så langt det er råd. Må svarast på før første oppslag.',
    informedHow: 'Informert',
    informedNotYet: 'ikkje enno',
    informedOn: 'Informert den',
    informedOnWrong: 'Skriv når søkjaren vart informert, som dd.mm.åååå.',
    informedInFuture: 'Datoen for informasjonen er ikkje komen enno.',
    create: 'Opprett sak',
    save: 'Lagre saksopplysningar',
    change: 'Endre saksopplysningar',
  },

  header: {
    household: (adults: number, children: number) =>
      [
        adults === 1 ? '1 vaksen' : `${adults} vaksne`,
        children === 0 ? '' : children === 1 ? '1 barn' : `${children} barn`,
      ]
        .filter(Boolean)
        .join(', '),
    householdLabel: 'Husstand',
    householdMissing: 'ikkje lagd inn',
    decisionDate: 'Vedtaksdato',
    legalGround: 'Heimel',
    language: 'Målform',
    fetched: (at: string) => `Henta ${at}`,
    notFetched: 'Ikkje henta',
    tabs: 'Steg i saka',
  },

  history: {
    title: 'Historikk',
    caption: 'Det som er gjort i saka, nyaste først',
    created: (by: string) => `Saka vart oppretta av ${by}`,
    fetched: (count: number) => (count === 1 ? 'Henta 1 opplysning' : `Henta ${count} opplysningar`),
    failed: (count: number) => (count === 1 ? '1 oppslag mislukkast' : `${count} oppslag mislukkast`),
    document: (fileName: string, by: string) => `${by} laga vedtaksgrunnlaget ${fileName}`,
    at: 'Tid',
    what: 'Kva',
    fullLog: 'Alle oppslag i saka står i Logg over oppslag.',
  },
} satisfies typeof nb;
