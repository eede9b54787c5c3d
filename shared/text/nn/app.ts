import type { app as nb } from '../nb/app.ts';

export const app = {
  name: 'Saksbord',
  desks: {
    housing: 'Bustaddesken',
    collection: 'Innkrevjingsdesken',
    it: 'Oppsett',
    fagansvarlig: 'Reglar og satsar',
  },
  roles: {
    housing: 'saksbehandlar på bustaddesken',
    collection: 'saksbehandlar på innkrevjingsdesken',
    it: 'IT',
    fagansvarlig: 'fagansvarleg',
  },
  environments: {
    training: 'OPPLÆRING',
    test: 'TEST',
    production: 'PRODUKSJON',
  },
  environmentExplained: {
    training: 'Alle personar er oppdikta. Ingenting blir sendt ut av maskina.',
    test: 'Testmiljøa til Maskinporten og Skatteetaten. Berre syntetiske personar.',
    production: '',
  },
  flavours: { dev: 'utviklingsbygg', test: 'TESTBYGG', release: '' },
  skipToContent: 'Hopp til innhaldet',
  rail: 'Hovudmeny',
  menu: 'Meny',
  content: 'Innhald',
  answerPanel: 'Svar og neste steg',
  lock: 'Lås programmet',
  userMenu: (name: string) => `${name}: språk og brukar`,
  language: 'Språk',
  languages: { nb: 'Bokmål', nn: 'Nynorsk' },
  changePersona: 'Øv som ein annan',
  version: (version: string) => `Saksbord ${version}`,
  keys: 'Snøggtastar: Ctrl K søkjer, F6 flyttar mellom meny, innhald og svar.',

  search: {
    label: 'Søk etter sak',
    placeholder: 'Søk saksnummer eller fødselsnummer',
    shortcut: 'Ctrl K',
    results: 'Treff',
    none: 'Ingen saker passar.',
    searching: 'Søkjer …',
    found: (count: number) => (count === 1 ? '1 sak' : `${count} saker`),
  },

  nav: {
    cases: 'Mine saker',
    newCase: 'Ny sak',
    thisCase: 'Denne saka',
    household: 'Husstand',
    information: 'Opplysningar',
    assessment: 'Vurdering',
    basis: 'Vedtaksgrunnlag',
    history: 'Historikk',
    municipality: 'Kommunen',
    rules: 'Reglar og satsar',
    journal: 'Logg over oppslag',
    setup: 'Oppsett',
    done: 'ferdig',
  },

  locked: {
    title: 'Saksbord er låst',
    explained: 'Det du har skrive, er lagra. Alt som var henta fram på skjermen, er gløymt til du låser opp.',
    unlock: 'Lås opp',
  },
  noRole: {
    title: 'Du har ikkje tilgang enno',
    explained: (name: string) => `${name} er ikkje knytt til bustaddesken, innkrevjingsdesken, IT eller fagansvarleg.`,
    next: 'Be IT i kommunen om å gje deg rolla di. Start så programmet på nytt.',
  },
  persona: {
    title: 'Kven vil du øve som?',
    explained: 'I opplæringa er alle personar oppdikta, og svara kjem frå ein simulator på denne maskina.',
    people: {
      kari: { name: 'Kari Saksbehandler', does: 'Bustaddesken: vurderer økonomien til husstandar' },
      amund: { name: 'Amund Drift', does: 'IT: sertifikat, klient og samband' },
      siri: { name: 'Siri Fagansvarlig', does: 'Fagansvarleg: godkjenner reglane til kommunen' },
      ivar: { name: 'Ivar Innkrever', does: 'Innkrevjingsdesken: utlegg for kommunen sine eigne krav' },
      turid: { name: 'Turid Tilsyn', does: 'Innkrevjingsdesken: godkjenner det Ivar vil slette' },
    },
    choose: (name: string) => `Øv som ${name}`,
  },
  blocked: {
    title: 'Saksbord kan ikkje opnast',
    whatToDo: 'Dette må gjerast',
    keychain: [
      'Windows: Påloggingsinformasjon (Credential Manager) må vere slått på for brukaren.',
      'macOS: Nøkkelringen «login» må vere låst opp.',
      'Linux: installer ei løyndomsteneste, til dømes med «sudo apt install gnome-keyring libsecret-1-0», logg ut og inn att.',
    ],
    keychainWhy: 'Saksbord lagrar aldri nøklar eller personopplysningar utan nøkkelring.',
    tellIt: 'Vis denne sida til IT.',
  },
  storeSetAside: (fileName: string) =>
    `Lageret kunne ikkje lesast då programmet starta. Det er lagt til side som ${fileName}, og programmet starta med eit tomt lager. Gje beskjed til IT.`,
  certificateExpiry: {
    expired: (date: string) => `Sertifikatet til kommunen gjekk ut ${date}. Oppslag er stengde til IT har fornya det.`,
    soon: (date: string) => `Sertifikatet til kommunen går ut ${date}. IT må fornye det før då.`,
  },
  identityMissing: 'IT må leggje inn sertifikatet til kommunen under Oppsett før noko kan hentast.',

  problem: {
    title: 'Sida kunne ikkje visast',
    explained: 'Det du har skrive, er lagra.',
    reload: 'Last sida på nytt',
    toCases: 'Til saklista',
    notFound: 'Sida finst ikkje.',
  },

  words: {
    save: 'Lagre',
    cancel: 'Avbryt',
    remove: 'Fjern',
    add: 'Legg til',
    retry: 'Prøv igjen',
    loading: 'Hentar …',
    saving: 'Lagrar …',
    saved: 'Lagra',
    copied: 'Kopiert',
    yes: 'Ja',
    no: 'Nei',
    unknown: 'ukjend',
    kroner: 'kr',
    and: 'og',
    showAsTable: 'vis som tabell',
    showAsChart: 'vis som diagram',
    forIt: 'Til IT',
    reference: 'Referanse',
    draftRestored: 'Det du skreiv sist, er henta fram att.',
    draftSaved: 'Utkast lagra',
    discardDraft: 'Forkast utkastet',
    mistakes: 'Rett dette før du går vidare',
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
    title: 'Lisensar',
    intro: (version: string) =>
      `Saksbord ${version} byggjer på desse pakkane, i tillegg til Electron og Chromium. Lisensane til dei to ligg i fila LICENSES.chromium.html der programmet er installert.`,
    none: 'Lista følgjer med når programmet er installert.',
    one: (name: string, version: string, licence: string) => `${name} ${version}, ${licence}`,
  },

  /** Why an installed program does not start at all. */
  refusals: {
    switch: (name: string) => `Saksbord: valet ${name} er ikkje tillate. Programmet blir ikkje starta.`,
    seal: {
      missing: {
        title: 'Saksbord er ikkje fullstendig installert',
        explained:
          'Seglet som viser at programfilene er ekte, manglar. Programmet blir ikkje starta. Kontakt IT, som må installere det på nytt.',
      },
      forged: {
        title: 'Seglet på programfilene er ikkje ekte',
        explained:
          'Det er ikkje laga av dei som lagar Saksbord. Programmet blir ikkje starta. Kontakt IT, og bruk ikkje programmet før det er undersøkt.',
      },
      broken: {
        title: 'Programfilene er endra',
        explained:
          'Dei er ikkje slik dei var då Saksbord vart laga. Programmet blir ikkje starta. Kontakt IT, og bruk ikkje programmet før det er undersøkt.',
      },
    },
  },
} satisfies typeof nb;
