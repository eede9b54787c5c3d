/** The program around the cases: bars, rail, locking, starting, general words. */
export const app = {
  name: 'Saksbord',
  desks: {
    housing: 'Boligdesken',
    collection: 'Innkrevingsdesken',
    it: 'Oppsett',
    fagansvarlig: 'Regler og satser',
  },
  roles: {
    housing: 'saksbehandler på boligdesken',
    collection: 'saksbehandler på innkrevingsdesken',
    it: 'IT',
    fagansvarlig: 'fagansvarlig',
  },
  environments: {
    training: 'OPPLÆRING',
    test: 'TEST',
    production: 'PRODUKSJON',
  },
  environmentExplained: {
    training: 'Alle personer er oppdiktet. Ingenting sendes ut av maskinen.',
    test: 'Testmiljøene til Maskinporten og Skatteetaten. Bare syntetiske personer.',
    production: '',
  },
  flavours: { dev: 'utviklingsbygg', test: 'TESTBYGG', release: '' },
  skipToContent: 'Hopp til innholdet',
  rail: 'Hovedmeny',
  menu: 'Meny',
  content: 'Innhold',
  answerPanel: 'Svar og neste steg',
  lock: 'Lås programmet',
  userMenu: (name: string) => `${name}: språk og bruker`,
  language: 'Språk',
  languages: { nb: 'Bokmål', nn: 'Nynorsk' },
  changePersona: 'Øv som en annen',
  version: (version: string) => `Saksbord ${version}`,
  keys: 'Hurtigtaster: Ctrl K søker, F6 flytter mellom meny, innhold og svar.',

  search: {
    label: 'Søk etter sak',
    placeholder: 'Søk saksnummer eller fødselsnummer',
    shortcut: 'Ctrl K',
    results: 'Treff',
    none: 'Ingen saker passer.',
    searching: 'Søker …',
    found: (count: number) => (count === 1 ? '1 sak' : `${count} saker`),
  },

  nav: {
    cases: 'Mine saker',
    newCase: 'Ny sak',
    thisCase: 'Denne saken',
    household: 'Husstand',
    information: 'Opplysninger',
    assessment: 'Vurdering',
    basis: 'Vedtaksgrunnlag',
    history: 'Historikk',
    municipality: 'Kommunen',
    rules: 'Regler og satser',
    journal: 'Logg over oppslag',
    setup: 'Oppsett',
    done: 'ferdig',
  },

  locked: {
    title: 'Saksbord er låst',
    explained: 'Det du har skrevet, er lagret. Alt som var hentet fram på skjermen, er glemt til du låser opp.',
    unlock: 'Lås opp',
  },
  noRole: {
    title: 'Du har ikke tilgang ennå',
    explained: (name: string) => `${name} er ikke knyttet til boligdesken, innkrevingsdesken, IT eller fagansvarlig.`,
    next: 'Be IT i kommunen om å gi deg rollen din. Start så programmet på nytt.',
  },
  persona: {
    title: 'Hvem vil du øve som?',
    explained: 'I opplæringen er alle personer oppdiktet, og svarene kommer fra en simulator på denne maskinen.',
    people: {
      kari: { name: 'Kari Saksbehandler', does: 'Boligdesken: vurderer husstanders økonomi' },
      amund: { name: 'Amund Drift', does: 'IT: sertifikat, klient og forbindelse' },
      siri: { name: 'Siri Fagansvarlig', does: 'Fagansvarlig: godkjenner kommunens regler' },
      ivar: { name: 'Ivar Innkrever', does: 'Innkrevingsdesken: utlegg for kommunens egne krav' },
      turid: { name: 'Turid Tilsyn', does: 'Innkrevingsdesken: godkjenner det Ivar vil slette' },
    },
    choose: (name: string) => `Øv som ${name}`,
  },
  blocked: {
    title: 'Saksbord kan ikke åpnes',
    whatToDo: 'Dette må gjøres',
    keychain: [
      'Windows: Påloggingsinformasjon (Credential Manager) må være slått på for brukeren.',
      'macOS: Nøkkelringen «login» må være låst opp.',
      'Linux: installer en hemmelighetstjeneste, for eksempel med «sudo apt install gnome-keyring libsecret-1-0», logg ut og inn igjen.',
    ],
    keychainWhy: 'Saksbord lagrer aldri nøkler eller personopplysninger uten nøkkelring.',
    tellIt: 'Vis denne siden til IT.',
  },
  storeSetAside: (fileName: string) =>
    `Lageret kunne ikke leses da programmet startet. Det er lagt til side som ${fileName}, og programmet startet med et tomt lager. Gi beskjed til IT.`,
  certificateExpiry: {
    expired: (date: string) => `Kommunens sertifikat gikk ut ${date}. Oppslag er stengt til IT har fornyet det.`,
    soon: (date: string) => `Kommunens sertifikat går ut ${date}. IT må fornye det før da.`,
  },
  identityMissing: 'IT må legge inn kommunens sertifikat under Oppsett før noe kan hentes.',

  problem: {
    title: 'Siden kunne ikke vises',
    explained: 'Det du har skrevet, er lagret.',
    reload: 'Last siden på nytt',
    toCases: 'Til saklisten',
    notFound: 'Siden finnes ikke.',
  },

  words: {
    save: 'Lagre',
    cancel: 'Avbryt',
    remove: 'Fjern',
    add: 'Legg til',
    retry: 'Prøv igjen',
    loading: 'Henter …',
    saving: 'Lagrer …',
    saved: 'Lagret',
    copied: 'Kopiert',
    yes: 'Ja',
    no: 'Nei',
    unknown: 'ukjent',
    kroner: 'kr',
    and: 'og',
    showAsTable: 'vis som tabell',
    showAsChart: 'vis som diagram',
    forIt: 'Til IT',
    reference: 'Referanse',
    draftRestored: 'Det du skrev sist, er hentet fram igjen.',
    draftSaved: 'Utkast lagret',
    discardDraft: 'Forkast utkastet',
    mistakes: 'Rett dette før du går videre',
    dateHint: 'dd.mm.åååå',
  },
  months: [
    'januar',
    'februar',
    'mars',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'desember',
  ],
  monthsShort: ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'],

  licences: {
    title: 'Lisenser',
    intro: (version: string) =>
      `Saksbord ${version} bygger på disse pakkene, i tillegg til Electron og Chromium. Lisensene til de to ligger i filen LICENSES.chromium.html der programmet er installert.`,
    none: 'Listen følger med når programmet er installert.',
    one: (name: string, version: string, licence: string) => `${name} ${version}, ${licence}`,
  },

  /** Why an installed program does not start at all. */
  refusals: {
    switch: (name: string) => `Saksbord: valget ${name} er ikke tillatt. Programmet startes ikke.`,
    seal: {
      missing: {
        title: 'Saksbord er ikke fullstendig installert',
        explained:
          'Seglet som viser at programfilene er ekte, mangler. Programmet startes ikke. Kontakt IT, som må installere det på nytt.',
      },
      forged: {
        title: 'Seglet på programfilene er ikke ekte',
        explained:
          'Det er ikke laget av dem som lager Saksbord. Programmet startes ikke. Kontakt IT, og bruk ikke programmet før det er undersøkt.',
      },
      broken: {
        title: 'Programfilene er endret',
        explained:
          'De er ikke slik de var da Saksbord ble laget. Programmet startes ikke. Kontakt IT, og bruk ikke programmet før det er undersøkt.',
      },
    },
  },
};
