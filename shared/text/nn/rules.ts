import type { rules as nb } from '../nb/rules.ts';

export const rules = {
  intro: 'Regelen blir vald etter vedtaksdatoen. Ein versjon som er godkjend, blir aldri endra; det blir laga ein ny.',

  answer: {
    inForce: 'Regelen er på plass',
    inForceWhy: (rule: string) => `${rule} gjeld vedtak i dag`,
    mayNotDecide: 'Regelen kan ikkje avgjere saker',
    mayNotDecideWhy: (rule: string, confidence: string) => `${rule} gjeld i dag, men kjelda er ${confidence}`,
    none: {
      'no-rule': 'Ingen regel gjeld i dag',
      'rule-not-approved': 'Regelen er ikkje godkjend',
      'rule-ambiguous': 'To reglar gjeld samstundes',
    },
    noneWhy: {
      'no-rule': 'Saker kan ikkje avgjerast før ein regel er lagd inn og godkjend',
      'rule-not-approved': 'Saker kan ikkje avgjerast før fagansvarleg har godkjent eit utkast',
      'rule-ambiguous': 'Set sluttdato på den eine i ein ny versjon. Saker kan ikkje avgjerast før det er gjort',
    },
    g: (amount: string, from: string) => `G er ${amount} kr frå ${from}`,
    gMissing: 'Grunnbeløpet for i dag manglar eller er ikkje stadfesta',
    gDue: 'Nytt grunnbeløp gjeld snart eller er ikkje kjent enno',
  },

  versions: {
    title: 'Reglane til kommunen',
    caption: 'Regelversjonane til kommunen, nyaste først',
    name: (ruleId: string, version: number) => `${ruleId} versjon ${version}`,
    columns: { rule: 'Regel', validity: 'Gjeld', limit: 'Inntektsgrense', source: 'Kjelde', status: 'Status' },
    empty: {
      title: 'Ingen reglar enno',
      explained:
        'Her kjem reglane til kommunen for kommunal bustad. Start frå ein publisert regel, rett han etter retningslinjene til kommunen, og godkjenn han.',
      notYours: 'Her kjem reglane til kommunen for kommunal bustad. Fagansvarleg legg dei inn og godkjenner dei.',
    },
    status: {
      inForce: 'gjeld i dag',
      approved: 'godkjend',
      draft: 'utkast',
      used: 'brukt i vedtaksgrunnlag, kan ikkje fjernast',
    },
    approvedBy: (by: string, at: string) => `Godkjend av ${by}, ${at}`,
    fromTo: (from: string, to: string) => `${from} til og med ${to}`,
    from: (from: string) => `frå ${from}`,
    until: (to: string) => `til og med ${to}`,
    noDates: 'startdato manglar',
  },

  limits: {
    none: 'inga talgrense (skjønn)',
    g: (g: string) => `${g} G`,
    kroner: (amount: string) => `${amount} kr`,
    bySize: (first: string, last: string, rows: number) =>
      rows === 1 ? `${first} for 1 person` : `${first} for 1 person til ${last} for ${rows}`,
    byType: (alone: string, couple: string) => `${alone} for einslege, ${couple} for par`,
    inKroner: (amount: string) => `${amount} kr i dag`,
  },

  g: {
    title: 'Grunnbeløpet (G)',
    note: 'kroner per år',
    caption: 'Grunnbeløpet i programmet, nyaste først',
    columns: { validity: 'Gjeld', amount: 'Beløp', knownFrom: 'Kjent frå', confidence: 'Styrken på kjelda' },
    source: (years: string, source: string) => `Kjelde for G frå ${years}: ${source}`,
    explained: 'Eit nytt grunnbeløp blir brukt frå den dagen det var kjent, òg for vedtak mellom 1. mai og den dagen.',
  },

  file: {
    title: 'Regelfil',
    explained: 'Alle versjonane som JSON, til ei anna maskin, ein annan kommune eller ein jurist.',
    importExplained: 'Versjonar som blir lesne inn, blir utkast: godkjenninga blir gjeven på nytt her.',
    export: 'Lagre regelfil',
    import: 'Les inn regelfil',
    exported: (path: string) => `Lagra som ${path}`,
    imported: (count: number) =>
      count === 0
        ? 'Alt i fila var her frå før.'
        : count === 1
          ? '1 versjon er lesen inn som utkast.'
          : `${count} versjonar er lesne inn som utkast.`,
    refused: 'Fila vart ikkje lesen inn',
    refusedWhy: 'Ingenting er lagra. Rett dette i fila og prøv igjen:',
    problems: {
      'not-json': 'Fila er ikkje gyldig JSON.',
      'not-a-rule-file': 'Dette er ikkje ei regelfil frå Saksbord.',
      'newer-format': 'Fila er laga av ei anna utgåve av Saksbord.',
      'bad-value': 'Verdien manglar eller kan ikkje brukast.',
      'repeated-version': 'Same regel og versjon står to gonger.',
      'version-taken': 'Versjonen finst her frå før og seier noko anna. Gje han eit nytt versjonsnummer.',
    },
  },

  create: {
    open: 'Ny regel',
    title: 'Ny regel',
    from: 'Start frå',
    published: 'Publiserte reglar',
    own: 'Eigne versjonar i kommunen',
    template: (municipality: string, scheme: string) => `${municipality}: ${scheme}`,
    ruleId: 'Regel-id',
    ruleIdHint: 'Store bokstavar A–Z, tal og bindestrek. Den same i alle versjonar.',
    ruleIdWrong: 'Regel-id er 2–40 teikn: store bokstavar A–Z, tal og bindestrek.',
    becomes: (rule: string) => `Blir ${rule}, som utkast.`,
    submit: 'Lag utkast',
    created: (rule: string) => `${rule} er laga som utkast.`,
  },

  page: {
    back: 'Alle reglar',
    notFound: 'Regelen finst ikkje lenger.',
    draft: 'Utkast',
    draftWhy: 'Kan endrast. Gjeld ikkje i noka sak før han er godkjend.',
    approved: 'Godkjend',
    approvedWhy: 'Kan ikkje endrast. Feil blir retta med ein ny versjon.',
    used: 'Vedtaksgrunnlag byggjer på versjonen. Han blir ståande.',
    readOnly: 'Berre fagansvarleg kan endre og godkjenne reglar.',
    readyToApprove: 'Klar til å godkjennast',
    notReady: 'Kan ikkje godkjennast enno',
    saveFirst: 'Lagre utkastet før det blir godkjent.',
    confidence: (confidence: string) => `Kjelda er ${confidence}: verkelege saker kan ikkje avgjerast etter henne.`,
    problems: {
      'valid-from-missing': 'Skriv datoen regelen gjeld frå.',
      'valid-to-before-from': 'Sluttdatoen er før startdatoen.',
      'limit-not-positive': 'Ei grense må vere høgare enn null.',
      'no-basis': 'Vel minst éin periode, eller skatteåret.',
      repeated: 'Same val står to gonger.',
      'overlaps-other-rule': 'Ein annan godkjend regel gjeld i same tidsrom. Endre datoane eller regel-id.',
    },
    approve: 'Godkjenn regelen',
    approveTitle: (rule: string) => `Godkjenne ${rule}?`,
    approveConsequences: {
      from: (from: string) => `Vedtak frå ${from} blir vurderte etter denne versjonen.`,
      fromTo: (from: string, to: string) => `Vedtak frå ${from} til og med ${to} blir vurderte etter denne versjonen.`,
      locked: 'Han kan ikkje endrast etterpå. Feil blir retta med ein ny versjon.',
      name: (name: string) => `${name} står som den som godkjende.`,
    },
    approveConfirm: 'Godkjenn',
    approvedNow: 'Regelen er godkjend.',
    copy: 'Lag ny versjon',
    copied: (rule: string) => `${rule} er laga som utkast. Skriv datoen han gjeld frå.`,
    removeDraft: 'Fjern utkastet',
    removeApproved: 'Fjern versjonen',
    removeTitle: (rule: string) => `Fjerne ${rule}?`,
    removeDraftConsequences: ['Utkastet blir sletta og kan ikkje hentast tilbake.'],
    removeApprovedConsequences: [
      'Versjonen blir sletta og kan ikkje hentast tilbake. Ingen vedtaksgrunnlag byggjer på han.',
      'Saker som ikkje er avgjorde, blir vurderte etter den versjonen som gjaldt før, eller ikkje i det heile.',
    ],
    removeConfirm: 'Fjern',
    removed: (rule: string) => `${rule} er fjerna.`,
    changedElsewhere: 'Versjonen er godkjend eller brukt i mellomtida og kan ikkje endrast. Lag ein ny versjon.',
  },

  form: {
    rule: 'Regelen',
    municipality: 'Kommune',
    scheme: 'Ordning',
    validFrom: 'Gjeld frå',
    validFromHint: 'Første vedtaksdato',
    validTo: 'Gjeld til og med',
    validToHint: 'La stå tom til han blir avløyst',
    source: 'Kjelde',
    sourceHint: 'Vedtak, forskrift eller side, med dato',
    confidence: 'Kor sikker er kjelda?',
    confidenceHint: 'Ikkje stadfesta stansar verkelege saker',

    incomeLimit: 'Inntektsgrense',
    limitKinds: {
      none: 'Inga talgrense, berre skjønn',
      bySize: 'Etter kor mange som er i husstanden',
      byType: 'Etter einsleg eller par',
    },
    limitKind: 'Korleis er grensa sett?',
    sizes: (count: number) => (count === 1 ? '1 person' : `${count} personar`),
    limitFor: (who: string) => `Grense for ${who}`,
    unit: 'Eining',
    unitOf: (field: string) => `Eining, ${field}`,
    units: { G: 'G', NOK: 'kr per år' },
    addRow: (count: number) => `Legg til grense for ${count} personar`,
    removeRow: (count: number) => `Fjern grensa for ${count} personar`,
    aboveTable: 'Større husstandar enn tabellen',
    aboveKinds: {
      manual: 'Må vurderast av saksbehandlar',
      repeatLast: 'Siste grense gjeld vidare',
      perExtraPerson: 'Tillegg per ekstra person',
    },
    addition: 'Tillegg per ekstra person',
    alone: 'einsleg',
    couple: 'par',

    wealthLimit: 'Formuesgrense',
    wealthKind: 'Har regelen ei formuesgrense?',
    wealthKinds: { none: 'Nei', limit: 'Ja' },
    wealth: 'Grense for formue',
    wealthBasis: 'Kva grensa gjeld',
    wealthBases: { net: 'Nettoformue (etter gjeld)', gross: 'Bruttoformue' },

    basis: 'Kva inntekta blir rekna av',
    windows: 'Månader, rekna om til år',
    windowNames: {
      1: 'Siste månad × 12',
      3: 'Siste 3 månader × 4',
      6: 'Siste 6 månader × 2',
      12: 'Siste 12 månader',
    },
    useTaxYear: 'Skatteåret (siste skatteoppgjer)',
    deviation: 'Avvik som skal vurderast, i prosent',
    deviationHint: 'Månader og skatteår som skil minst så mykje, blir melde',
    age: 'Rekn med medlemer frå alder',
    ageHint: 'Inntekta til yngre medlemer blir ikkje rekna med',

    treatments: 'Inntekter som blir rekna annleis enn vanleg',
    treatmentsNote: (count: number) => (count === 0 ? 'ingen avvik' : `${count} avvik`),
    treatmentsExplained:
      'Programmet veit korleis kvar kode vanlegvis blir rekna. Legg berre inn det regelen til kommunen seier noko anna om.',
    treatmentNames: {
      include: 'blir rekna med',
      exclude: 'blir ikkje rekna med',
      separate: 'blir vist for seg',
      manual: 'blir vurdert for hand',
    },
    treatmentColumns: { code: 'Inntekt', usual: 'Vanlegvis', here: 'I denne regelen', remove: 'Fjern' },
    treatmentOf: (code: string) => `${code} i denne regelen`,
    removeTreatment: (code: string) => `Fjern avviket for ${code}`,
    unknownCode: 'kode vi ikkje kjenner',
    yearGroup: 'Skatteåret',
    searchCodes: 'Søk etter inntekt eller kode',
    addCode: (code: string) => `Legg til ${code}`,
    codesFound: (count: number, shown: number) =>
      count === 0
        ? 'Ingen treff'
        : count > shown
          ? `${count} treff, viser ${shown}. Skriv meir for færre.`
          : `${count} treff`,

    notes: 'Merknader',
    notesHint: 'Andre vilkår, og kva som bør kontrollerast',

    save: 'Lagre utkastet',
    saved: 'Utkastet er lagra.',
    unsaved: 'Ikkje lagra enno. Det du skriv, blir teke vare på.',
    allSaved: 'Alt er lagra.',
    restored: 'Det du skreiv sist, er henta fram att.',
    discard: 'Gå tilbake til det lagra',
    mistakes: {
      municipality: 'Skriv namnet på kommunen.',
      scheme: 'Skriv kva ordninga heiter.',
      source: 'Skriv kvar regelen er henta frå.',
      tooLong: (field: string) => `${field} er for langt.`,
      date: (field: string) => `${field}: skriv datoen som dd.mm.åååå.`,
      g: (field: string) => `${field}: skriv kor mange G, til dømes 3,5.`,
      kroner: (field: string) => `${field}: skriv heile kroner, til dømes 480 000.`,
      deviation: 'Skriv avviket i prosent frå 0 til 100, til dømes 10.',
      age: 'Skriv alderen i heile år, frå 0 til 120.',
    },
  },

  view: {
    confidence: 'Styrken på kjelda',
    aboveTable: 'Større husstandar',
    noWealthLimit: 'inga',
    windows: 'Blir rekna av',
    deviation: 'Avvik som blir meldt',
    percent: (percent: string) => `${percent} % eller meir`,
    age: 'Blir rekna med frå',
    years: (age: number) => `${age} år`,
    treatments: 'Blir rekna annleis',
    noTreatments: 'ingenting',
    notes: 'Merknader',
    noNotes: 'ingen',
  },
} satisfies typeof nb;
