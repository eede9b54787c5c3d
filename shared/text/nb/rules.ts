import type { IncomeTreatment } from '../../rules/housingRule.ts';
import type { NoRule, RuleProblem } from '../../rules/housingRules.ts';
import type { RuleFileProblem } from '../../rules/ruleFile.ts';

/** Regler og satser: the municipality's rule versions, the grunnbeløp, and the editor of a draft. */
export const rules = {
  intro: 'Regelen velges etter vedtaksdatoen. En versjon som er godkjent, endres aldri; det lages en ny.',

  answer: {
    inForce: 'Regelen er på plass',
    inForceWhy: (rule: string) => `${rule} gjelder vedtak i dag`,
    mayNotDecide: 'Regelen kan ikke avgjøre saker',
    mayNotDecideWhy: (rule: string, confidence: string) => `${rule} gjelder i dag, men kilden er ${confidence}`,
    none: {
      'no-rule': 'Ingen regel gjelder i dag',
      'rule-not-approved': 'Regelen er ikke godkjent',
      'rule-ambiguous': 'To regler gjelder samtidig',
    } satisfies Record<NoRule, string>,
    noneWhy: {
      'no-rule': 'Saker kan ikke avgjøres før en regel er lagt inn og godkjent',
      'rule-not-approved': 'Saker kan ikke avgjøres før fagansvarlig har godkjent et utkast',
      'rule-ambiguous': 'Sett sluttdato på den ene i en ny versjon. Saker kan ikke avgjøres før det er gjort',
    } satisfies Record<NoRule, string>,
    g: (amount: string, from: string) => `G er ${amount} kr fra ${from}`,
    gMissing: 'Grunnbeløpet for i dag mangler eller er ikke bekreftet',
    gDue: 'Nytt grunnbeløp gjelder snart eller er ikke kjent ennå',
  },

  versions: {
    title: 'Kommunens regler',
    caption: 'Kommunens regelversjoner, nyeste først',
    name: (ruleId: string, version: number) => `${ruleId} versjon ${version}`,
    columns: { rule: 'Regel', validity: 'Gjelder', limit: 'Inntektsgrense', source: 'Kilde', status: 'Status' },
    empty: {
      title: 'Ingen regler ennå',
      explained:
        'Her kommer kommunens regler for kommunal bolig. Start fra en publisert regel, rett den etter kommunens egne retningslinjer, og godkjenn den.',
      notYours: 'Her kommer kommunens regler for kommunal bolig. Fagansvarlig legger dem inn og godkjenner dem.',
    },
    status: {
      inForce: 'gjelder i dag',
      approved: 'godkjent',
      draft: 'utkast',
      used: 'brukt i vedtaksgrunnlag, kan ikke fjernes',
    },
    approvedBy: (by: string, at: string) => `Godkjent av ${by}, ${at}`,
    fromTo: (from: string, to: string) => `${from} til og med ${to}`,
    from: (from: string) => `fra ${from}`,
    until: (to: string) => `til og med ${to}`,
    noDates: 'startdato mangler',
  },

  limits: {
    none: 'ingen tallgrense (skjønn)',
    g: (g: string) => `${g} G`,
    kroner: (amount: string) => `${amount} kr`,
    bySize: (first: string, last: string, rows: number) =>
      rows === 1 ? `${first} for 1 person` : `${first} for 1 person til ${last} for ${rows}`,
    byType: (alone: string, couple: string) => `${alone} for enslige, ${couple} for par`,
    inKroner: (amount: string) => `${amount} kr i dag`,
  },

  g: {
    title: 'Grunnbeløpet (G)',
    note: 'kroner per år',
    caption: 'Grunnbeløpet i programmet, nyeste først',
    columns: { validity: 'Gjelder', amount: 'Beløp', knownFrom: 'Kjent fra', confidence: 'Kildens styrke' },
    source: (years: string, source: string) => `Kilde for G fra ${years}: ${source}`,
    explained: 'Et nytt grunnbeløp brukes fra den dagen det var kjent, også for vedtak mellom 1. mai og den dagen.',
  },

  file: {
    title: 'Regelfil',
    explained: 'Alle versjonene som JSON, til en annen maskin, en annen kommune eller en jurist.',
    importExplained: 'Versjoner som leses inn, blir utkast: godkjenningen gis på nytt her.',
    export: 'Lagre regelfil',
    import: 'Les inn regelfil',
    exported: (path: string) => `Lagret som ${path}`,
    imported: (count: number) =>
      count === 0
        ? 'Alt i filen var her fra før.'
        : count === 1
          ? '1 versjon er lest inn som utkast.'
          : `${count} versjoner er lest inn som utkast.`,
    refused: 'Filen ble ikke lest inn',
    refusedWhy: 'Ingenting er lagret. Rett dette i filen og prøv igjen:',
    problems: {
      'not-json': 'Filen er ikke gyldig JSON.',
      'not-a-rule-file': 'Dette er ikke en regelfil fra Saksbord.',
      'newer-format': 'Filen er laget av en annen utgave av Saksbord.',
      'bad-value': 'Verdien mangler eller kan ikke brukes.',
      'repeated-version': 'Samme regel og versjon står to ganger.',
      'version-taken': 'Versjonen finnes her fra før og sier noe annet. Gi den et nytt versjonsnummer.',
    } satisfies Record<RuleFileProblem['code'] | 'version-taken', string> as Readonly<Record<string, string>>,
  },

  create: {
    open: 'Ny regel',
    title: 'Ny regel',
    from: 'Start fra',
    published: 'Publiserte regler',
    own: 'Kommunens egne versjoner',
    template: (municipality: string, scheme: string) => `${municipality}: ${scheme}`,
    ruleId: 'Regel-id',
    ruleIdHint: 'Store bokstaver A–Z, tall og bindestrek. Den samme i alle versjoner.',
    ruleIdWrong: 'Regel-id er 2–40 tegn: store bokstaver A–Z, tall og bindestrek.',
    becomes: (rule: string) => `Blir ${rule}, som utkast.`,
    submit: 'Lag utkast',
    created: (rule: string) => `${rule} er laget som utkast.`,
  },

  page: {
    back: 'Alle regler',
    notFound: 'Regelen finnes ikke lenger.',
    draft: 'Utkast',
    draftWhy: 'Kan endres. Gjelder ikke i noen sak før den er godkjent.',
    approved: 'Godkjent',
    approvedWhy: 'Kan ikke endres. Feil rettes med en ny versjon.',
    used: 'Vedtaksgrunnlag bygger på versjonen. Den blir stående.',
    readOnly: 'Bare fagansvarlig kan endre og godkjenne regler.',
    readyToApprove: 'Klar til å godkjennes',
    notReady: 'Kan ikke godkjennes ennå',
    saveFirst: 'Lagre utkastet før det godkjennes.',
    confidence: (confidence: string) => `Kilden er ${confidence}: virkelige saker kan ikke avgjøres etter den.`,
    problems: {
      'valid-from-missing': 'Skriv datoen regelen gjelder fra.',
      'valid-to-before-from': 'Sluttdatoen er før startdatoen.',
      'limit-not-positive': 'En grense må være høyere enn null.',
      'no-basis': 'Velg minst én periode, eller skatteåret.',
      repeated: 'Samme valg står to ganger.',
      'overlaps-other-rule': 'En annen godkjent regel gjelder i samme tidsrom. Endre datoene eller regel-id.',
    } satisfies Record<RuleProblem['code'], string>,
    approve: 'Godkjenn regelen',
    approveTitle: (rule: string) => `Godkjenne ${rule}?`,
    approveConsequences: {
      from: (from: string) => `Vedtak fra ${from} vurderes etter denne versjonen.`,
      fromTo: (from: string, to: string) => `Vedtak fra ${from} til og med ${to} vurderes etter denne versjonen.`,
      locked: 'Den kan ikke endres etterpå. Feil rettes med en ny versjon.',
      name: (name: string) => `${name} står som den som godkjente.`,
    },
    approveConfirm: 'Godkjenn',
    approvedNow: 'Regelen er godkjent.',
    copy: 'Lag ny versjon',
    copied: (rule: string) => `${rule} er laget som utkast. Skriv datoen den gjelder fra.`,
    removeDraft: 'Fjern utkastet',
    removeApproved: 'Fjern versjonen',
    removeTitle: (rule: string) => `Fjerne ${rule}?`,
    removeDraftConsequences: ['Utkastet slettes og kan ikke hentes tilbake.'],
    removeApprovedConsequences: [
      'Versjonen slettes og kan ikke hentes tilbake. Ingen vedtaksgrunnlag bygger på den.',
      'Saker som ikke er avgjort, vurderes etter den versjonen som gjaldt før, eller ikke i det hele tatt.',
    ],
    removeConfirm: 'Fjern',
    removed: (rule: string) => `${rule} er fjernet.`,
    changedElsewhere: 'Versjonen er godkjent eller brukt i mellomtiden og kan ikke endres. Lag en ny versjon.',
  },

  form: {
    rule: 'Regelen',
    municipality: 'Kommune',
    scheme: 'Ordning',
    validFrom: 'Gjelder fra',
    validFromHint: 'Første vedtaksdato',
    validTo: 'Gjelder til og med',
    validToHint: 'La stå tom til den avløses',
    source: 'Kilde',
    sourceHint: 'Vedtak, forskrift eller side, med dato',
    confidence: 'Hvor sikker er kilden?',
    confidenceHint: 'Ubekreftet stanser virkelige saker',

    incomeLimit: 'Inntektsgrense',
    limitKinds: {
      none: 'Ingen tallgrense, bare skjønn',
      bySize: 'Etter antall i husstanden',
      byType: 'Etter enslig eller par',
    },
    limitKind: 'Hvordan er grensen satt?',
    sizes: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
    limitFor: (who: string) => `Grense for ${who}`,
    unit: 'Enhet',
    unitOf: (field: string) => `Enhet, ${field}`,
    units: { G: 'G', NOK: 'kr per år' },
    addRow: (count: number) => `Legg til grense for ${count} personer`,
    removeRow: (count: number) => `Fjern grensen for ${count} personer`,
    aboveTable: 'Større husstander enn tabellen',
    aboveKinds: {
      manual: 'Må vurderes av saksbehandler',
      repeatLast: 'Siste grense gjelder videre',
      perExtraPerson: 'Tillegg per ekstra person',
    },
    addition: 'Tillegg per ekstra person',
    alone: 'enslig',
    couple: 'par',

    wealthLimit: 'Formuesgrense',
    wealthKind: 'Har regelen en formuesgrense?',
    wealthKinds: { none: 'Nei', limit: 'Ja' },
    wealth: 'Grense for formue',
    wealthBasis: 'Hva grensen gjelder',
    wealthBases: { net: 'Nettoformue (etter gjeld)', gross: 'Bruttoformue' },

    basis: 'Hva inntekten regnes av',
    windows: 'Måneder, regnet om til år',
    windowNames: {
      1: 'Siste måned × 12',
      3: 'Siste 3 måneder × 4',
      6: 'Siste 6 måneder × 2',
      12: 'Siste 12 måneder',
    },
    useTaxYear: 'Skatteåret (siste skatteoppgjør)',
    deviation: 'Avvik som skal vurderes, i prosent',
    deviationHint: 'Måneder og skatteår som skiller minst så mye, meldes',
    age: 'Regn med medlemmer fra alder',
    ageHint: 'Yngre medlemmers inntekt regnes ikke med',

    treatments: 'Inntekter som regnes annerledes enn vanlig',
    treatmentsNote: (count: number) => (count === 0 ? 'ingen avvik' : count === 1 ? '1 avvik' : `${count} avvik`),
    treatmentsExplained:
      'Programmet vet hvordan hver kode vanligvis regnes. Legg bare inn det kommunens regel sier noe annet om.',
    treatmentNames: {
      include: 'regnes med',
      exclude: 'regnes ikke med',
      separate: 'vises for seg',
      manual: 'vurderes for hånd',
    } satisfies Record<IncomeTreatment, string>,
    treatmentColumns: { code: 'Inntekt', usual: 'Vanligvis', here: 'I denne regelen', remove: 'Fjern' },
    treatmentOf: (code: string) => `${code} i denne regelen`,
    removeTreatment: (code: string) => `Fjern avviket for ${code}`,
    unknownCode: 'kode vi ikke kjenner',
    yearGroup: 'Skatteåret',
    searchCodes: 'Søk etter inntekt eller kode',
    addCode: (code: string) => `Legg til ${code}`,
    codesFound: (count: number, shown: number) =>
      count === 0
        ? 'Ingen treff'
        : count > shown
          ? `${count} treff, viser ${shown}. Skriv mer for færre.`
          : `${count} treff`,

    notes: 'Merknader',
    notesHint: 'Andre vilkår, og hva som bør kontrolleres',

    save: 'Lagre utkastet',
    saved: 'Utkastet er lagret.',
    unsaved: 'Ikke lagret ennå. Det du skriver, tas vare på.',
    allSaved: 'Alt er lagret.',
    restored: 'Det du skrev sist, er hentet fram igjen.',
    discard: 'Gå tilbake til det lagrede',
    mistakes: {
      municipality: 'Skriv kommunens navn.',
      scheme: 'Skriv hva ordningen heter.',
      source: 'Skriv hvor regelen er hentet fra.',
      tooLong: (field: string) => `${field} er for langt.`,
      date: (field: string) => `${field}: skriv datoen som dd.mm.åååå.`,
      g: (field: string) => `${field}: skriv antall G, for eksempel 3,5.`,
      kroner: (field: string) => `${field}: skriv hele kroner, for eksempel 480 000.`,
      deviation: 'Skriv avviket i prosent fra 0 til 100, for eksempel 10.',
      age: 'Skriv alderen i hele år, fra 0 til 120.',
    },
  },

  view: {
    confidence: 'Kildens styrke',
    aboveTable: 'Større husstander',
    noWealthLimit: 'ingen',
    windows: 'Regnes av',
    deviation: 'Avvik som meldes',
    percent: (percent: string) => `${percent} % eller mer`,
    age: 'Regnes med fra',
    years: (age: number) => `${age} år`,
    treatments: 'Regnes annerledes',
    noTreatments: 'ingenting',
    notes: 'Merknader',
    noNotes: 'ingen',
  },
};
