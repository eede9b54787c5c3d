import type { Figures } from '../figures.ts';
import type { assessment as nb } from '../nb/assessment.ts';

const at = (amounts: readonly string[], index: number): string => amounts[index] ?? '–';

export const assessment = {
  outcomes: {
    innenfor: 'Innanfor',
    overGrensen: 'Over grensa',
    maaVurderes: 'Må vurderast',
    kanIkkeAvgjoeres: 'Kan ikkje avgjerast',
  },
  outcomeExplained: {
    innenfor: 'Inntekta er innanfor grensa i regelen til kommunen.',
    overGrensen: 'Inntekta er over grensa i regelen til kommunen.',
    maaVurderes: 'Regelen gjev ikkje eitt svar. Du må vurdere og grunngje.',
    kanIkkeAvgjoeres: 'Noko manglar. Saka kan ikkje avgjerast på dette grunnlaget.',
  },
  chosenByOfficer: 'Valt av saksbehandlar',
  ruleSays: (outcome: string) => `Regelen åleine gjev: ${outcome.toLowerCase()}`,

  bases: {
    m1: 'Siste mnd × 12',
    m3: 'Siste 3 mnd × 4',
    m6: 'Siste 6 mnd × 2',
    m12: 'Siste 12 mnd',
    year: (year: string) => (year ? `Skatteåret ${year}` : 'Skatteåret'),
  },
  basisInSentence: {
    m1: 'siste månad',
    m3: 'siste 3 månader',
    m6: 'siste 6 månader',
    m12: 'siste 12 månader',
    year: (year: string) => (year ? `skatteåret ${year}` : 'skatteåret'),
  },

  reasons: {
    'within-basis': (f) => `Innanfor på ${f.basis} med ${f.amount} kr`,
    'over-basis': (f) => `Over grensa på ${f.basis} med ${f.amount} kr`,
    'bases-disagree': () => 'Grunnlaga gjev ulikt svar',
    deviation: (f) => (f.percent ? `Månadene avvik ${f.percent} % frå skatteåret` : 'Månadene avvik frå skatteåret'),
    'no-numeric-limit': () => 'Regelen har inga inntektsgrense',
    'no-rule': (f) => `Ingen regel gjeld på vedtaksdatoen${f.date ? ` ${f.date}` : ''}`,
    'rule-ambiguous': () => 'To ulike reglar gjeld på vedtaksdatoen',
    'rule-not-approved': () => 'Regelen er ikkje godkjend av fagansvarleg',
    'rule-confidence': (f) => `Regelen er ikkje stadfesta${f.text ? `: ${f.text}` : ''}`,
    'rate-missing': () => 'Grunnbeløpet for vedtaksdatoen manglar eller er ikkje stadfesta',
    'g-not-known-yet': (f) => `Nytt grunnbeløp gjeld frå ${f.date}: saka må kontrollerast på nytt`,
    'size-above-table': () => 'Husstanden er større enn tabellen i regelen',
    'wealth-within': (f) => `Formuen er innanfor grensa med ${f.amount} kr`,
    'wealth-over': (f) => `Formuen er over grensa med ${f.amount} kr`,
    'wealth-unknown': () => 'Formuen er ikkje kjend',
    'wealth-disagrees': (f) => `${f.member}: sum formue stemmer ikkje med postane`,
    'no-wealth-limit': () => 'Inga formuesgrense i regelen',
    'income-incomplete': (f) => `${f.member}: manglar heile månader${f.months ? ` (${f.months})` : ''}`,
    'not-fetched': (f) => `${f.member}: ${f.source} er ikkje henta`,
    'source-failed': (f) => `${f.member}: oppslaget i ${f.source} mislukkast`,
    shielded: (f) => `${f.member}: skjerma, ingen tal blir utleverte`,
    'partly-shielded': (f) => `${f.member}: delar av opplysningane er skjerma`,
    'unknown-person': (f) => `${f.member}: Skatteetaten kjenner ikkje nummeret`,
    withdrawn: (f) => `${f.member}: opplysningane er trekte tilbake`,
    'nothing-reported': (f) => `${f.member}: ingenting er innrapportert i ${f.source}. Det tyder ikkje inga inntekt`,
    unread: (f) => `${f.member}: noko i svaret frå ${f.source} let seg ikkje lese`,
    unclassified: (f) =>
      `${f.member}: ${f.amount ? `${f.amount} kr` : 'beløp'} med kode som ikkje er klassifisert (${f.text})`,
    'manual-code': (f) => `${f.member}: ${f.amount ? `${f.amount} kr` : 'beløp'} må vurderast for hand (${f.text})`,
    'back-pay': (f) => `${f.member}: ${f.amount ? `${f.amount} kr` : 'beløp'} er etterbetaling for ein annan periode`,
    'newer-year': (f) => `${f.member}: skatteoppgjeret for ${f.year} er kome, men gjeld ikkje alle`,
    'chosen-basis': (f) => `Grunnlag valt av saksbehandlar: ${f.basis}`,
    'chosen-outcome': () => 'Resultatet er valt av saksbehandlar',
    'no-size': () => 'Husstanden er ikkje lagd inn',
    'nobody-counted': () => 'Ingen i husstanden er gamle nok til å reknast med',
  },
  withinOnSeveral: (bases: string) => `Innanfor på ${bases}`,
  overOnSeveral: (bases: string) => `Over grensa på ${bases}`,
  moreReasons: (count: number) => (count === 1 ? '1 tilhøve til' : `${count} tilhøve til`),

  confidences: {
    verified: 'stadfesta hos kjelda',
    'verified-two-sources': 'stadfesta av to kjelder',
    'verified-old': 'stadfesta, men kjelda er gammal',
    'verified-undated-page': 'stadfesta på side utan dato',
    'verified-two-sources-superseded': 'stadfesta av to kjelder, men avløyst',
    'local-guideline': 'lokal retningslinje',
    'local-guideline-old': 'gammal lokal retningslinje',
    unverified: 'ikkje stadfesta',
    missing: 'manglar',
    fictional: 'oppdikta, berre til øving',
  },

  disagree: {
    title: 'Månader og skatteår gjev ulikt svar.',
    below: (basis: string, percent: string, year: string) =>
      `${basis} ligg ${percent} % under skatteoppgjeret for ${year}, og grensa ligg imellom.`,
    above: (basis: string, percent: string, year: string) =>
      `${basis} ligg ${percent} % over skatteoppgjeret for ${year}, og grensa ligg imellom.`,
    windowsTitle: 'Periodane gjev ulikt svar.',
    windows: 'Grensa ligg mellom inntekta i dei ulike periodane. Vel grunnlag og grunngje valet.',
    flagged: (percent: string) => `Månadene avvik ${percent} % frå skatteåret. Sjå etter kva som har endra seg.`,
  },

  table: {
    title: 'Årleg inntekt på grunnlaga',
    note: 'kroner · tal med prikka strek fører til kjelda',
    household: 'Husstanden',
    limitInG: (persons: string, factor: string, g: string) => `Grense for ${persons} (${factor} G av ${g})`,
    limit: (persons: string) => `Grense for ${persons}`,
    persons: (count: number) => (count === 1 ? '1 person' : `${count} personar`),
    margin: 'Margin',
    noLimit: 'inga grense',
    cannot: 'kan ikkje reknast ut',
    notCounted: {
      age: 'ikkje med (alder)',
    },
  },
  becauseOf: { age: 'alder' },
  treatments: {
    include: 'rekna med',
    exclude: 'ikkje rekna med',
    separate: 'vist for seg, ikkje rekna med',
    manual: 'må vurderast for hand',
    unclassified: 'ikkje klassifisert',
  },
  verdicts: {
    within: 'innanfor',
    over: 'over',
    noLimit: 'inga grense',
    unknown: 'ikkje kjent',
  },

  bars: {
    title: 'Mot grensa',
    described: (basis: string, annual: string, limit: string) => `${basis}: ${annual} kr mot grensa ${limit} kr`,
    noFigure: 'kan ikkje reknast ut',
    wealth: 'Nettoformue',
    asAt: (date: string) => `per ${date}`,
  },

  notCounted: 'Ikkje rekna med:',
  ruleUsed: (ruleId: string, version: number) => `Regel ${ruleId} v${version}`,
  gUsed: (date: string, knownFrom: string) => `G frå ${date} (kjend ${knownFrom})`,
  noRule: {
    title: 'Ingenting å rekne mot',
    explained: 'Fagansvarleg må godkjenne éin regel som gjeld på vedtaksdatoen. Då kjem grenser og utrekning her.',
  },

  choice: {
    title: 'Grunnlag for vedtaket',
    legend: 'Grunnlag',
    outcomeLegend: 'Resultat',
    outcomeByRule: 'Som regelen seier',
    reason: 'Grunngjeving (blir vist i grunnlaget)',
    reasonMissing: 'Skriv ei grunngjeving for valet.',
    reasonTooLong: 'Grunngjevinga er for lang: høgst 4000 teikn.',
    basisMissing: 'Vel eit grunnlag.',
    save: 'Lagre valet',
    remove: 'Fjern valet',
    saved: 'Valet er lagra.',
  },

  next: {
    toAssessment: 'Gå til vurdering',
    toBasis: 'Gå til vedtaksgrunnlag',
    toHousehold: 'Gå til husstanden',
    toInformation: 'Gå til opplysningar',
    rules: 'Sjå Reglar og satsar',
  },
  showSteps: 'Vis utrekning',
  stepsTitle: 'Utrekning',
  stepsIntro: (rule: string) => `Slik vart tala rekna ut etter ${rule}. Alle beløp i kroner.`,
  steps: {
    g: (f) => `Grunnbeløpet (G) frå ${f.date}: ${at(f.amounts, 0)}. Kjelde: ${f.text}`,
    limit: (f) =>
      f.factor ? `Inntektsgrense: ${f.factor} G = ${at(f.amounts, 0)}` : `Inntektsgrense: ${at(f.amounts, 0)}`,
    'limit-above-table': (f) =>
      `Husstanden er større enn tabellen: ${at(f.amounts, 0)} + ${f.factor === '1' ? '' : `${f.factor} × `}${at(f.amounts, 1)} = ${at(f.amounts, 2)}`,
    'not-counted': (f) => `${f.member} blir ikkje rekna med: yngre enn aldersgrensa i regelen`,
    'member-window': (f) =>
      `${f.member}, ${f.basis} (${f.months}): ${equals(`${times(f)}${plus(f.amounts)}`, at(f.amounts, 2))}`,
    'member-year': (f) =>
      `${f.member}, skatteåret ${f.text}: ${equals(`${at(f.amounts, 0)}${plus(f.amounts)}`, at(f.amounts, 2))}`,
    'household-window': (f) => `Husstanden, ${f.basis}: ${sumOf(f.amounts)}`,
    'household-year': (f) => `Husstanden, ${f.basis}: ${sumOf(f.amounts)}`,
    margin: (f) => `Margin, ${f.basis}: ${at(f.amounts, 0)} − ${at(f.amounts, 1)} = ${at(f.amounts, 2)}`,
    deviation: (f) => `Avvik: (${at(f.amounts, 0)} − ${at(f.amounts, 1)}) / ${at(f.amounts, 1)} = ${f.percent} %`,
    wealth: (f) =>
      `Formue per ${f.date}: grense ${at(f.amounts, 1)}${f.factor ? ` (${f.factor} G)` : ''} − ${at(f.amounts, 0)} = ${at(f.amounts, 2)}`,
  },
} satisfies typeof nb;

const times = ({ amounts, factor }: Figures): string =>
  factor === '1' ? at(amounts, 0) : `${at(amounts, 0)} × ${factor}`;

function plus(amounts: readonly string[]): string {
  const manual = at(amounts, 1);
  return manual === '0' ? '' : ` + ${manual} lagt inn for hand`;
}

const sumOf = (amounts: readonly string[]): string =>
  equals(amounts.slice(0, -1).join(' + '), at(amounts, amounts.length - 1));

/** What is the same on both sides is said once. */
const equals = (worked: string, result: string): string => (worked === result ? result : `${worked} = ${result}`);
