import type { BasisLine, BasisResult, CalculationStep, MemberOnBasis, ReasonCode } from '../../housing/assessment.ts';
import type { BasisKey, Outcome } from '../../housing/caseFile.ts';
import type { Confidence } from '../../rules/housingRule.ts';
import type { Figures } from '../figures.ts';

type Sentence = (figures: Figures) => string;
const at = (amounts: readonly string[], index: number): string => amounts[index] ?? '–';

/** What the rule says about the household, why, and how it was worked out. */
export const assessment = {
  outcomes: {
    innenfor: 'Innenfor',
    overGrensen: 'Over grensen',
    maaVurderes: 'Må vurderes',
    kanIkkeAvgjoeres: 'Kan ikke avgjøres',
  } satisfies Record<Outcome, string>,
  outcomeExplained: {
    innenfor: 'Inntekten er innenfor grensen i kommunens regel.',
    overGrensen: 'Inntekten er over grensen i kommunens regel.',
    maaVurderes: 'Regelen gir ikke ett svar. Du må vurdere og begrunne.',
    kanIkkeAvgjoeres: 'Noe mangler. Saken kan ikke avgjøres på dette grunnlaget.',
  } satisfies Record<Outcome, string>,
  chosenByOfficer: 'Valgt av saksbehandler',
  ruleSays: (outcome: string) => `Regelen alene gir: ${outcome.toLowerCase()}`,

  bases: {
    m1: 'Siste mnd × 12',
    m3: 'Siste 3 mnd × 4',
    m6: 'Siste 6 mnd × 2',
    m12: 'Siste 12 mnd',
    year: (year: string) => (year ? `Skatteåret ${year}` : 'Skatteåret'),
  },
  basisInSentence: {
    m1: 'siste måned',
    m3: 'siste 3 måneder',
    m6: 'siste 6 måneder',
    m12: 'siste 12 måneder',
    year: (year: string) => (year ? `skatteåret ${year}` : 'skatteåret'),
  } satisfies Record<BasisKey, string | ((year: string) => string)>,

  reasons: {
    'within-basis': (f) => `Innenfor på ${f.basis} med ${f.amount} kr`,
    'over-basis': (f) => `Over grensen på ${f.basis} med ${f.amount} kr`,
    'bases-disagree': () => 'Grunnlagene gir ulikt svar',
    deviation: (f) =>
      f.percent ? `Månedene avviker ${f.percent} % fra skatteåret` : 'Månedene avviker fra skatteåret',
    'no-numeric-limit': () => 'Regelen har ingen inntektsgrense',
    'no-rule': (f) => `Ingen regel gjelder på vedtaksdatoen${f.date ? ` ${f.date}` : ''}`,
    'rule-ambiguous': () => 'To ulike regler gjelder på vedtaksdatoen',
    'rule-not-approved': () => 'Regelen er ikke godkjent av fagansvarlig',
    'rule-confidence': (f) => `Regelen er ikke bekreftet${f.text ? `: ${f.text}` : ''}`,
    'rate-missing': () => 'Grunnbeløpet for vedtaksdatoen mangler eller er ikke bekreftet',
    'g-not-known-yet': (f) => `Nytt grunnbeløp gjelder fra ${f.date}: saken må kontrolleres på nytt`,
    'size-above-table': () => 'Husstanden er større enn regelens tabell',
    'wealth-within': (f) => `Formuen er innenfor grensen med ${f.amount} kr`,
    'wealth-over': (f) => `Formuen er over grensen med ${f.amount} kr`,
    'wealth-unknown': () => 'Formuen er ikke kjent',
    'wealth-disagrees': (f) => `${f.member}: sum formue stemmer ikke med postene`,
    'no-wealth-limit': () => 'Ingen formuesgrense i regelen',
    'income-incomplete': (f) => `${f.member}: mangler hele måneder${f.months ? ` (${f.months})` : ''}`,
    'not-fetched': (f) => `${f.member}: ${f.source} er ikke hentet`,
    'source-failed': (f) => `${f.member}: oppslaget i ${f.source} mislyktes`,
    shielded: (f) => `${f.member}: skjermet, ingen tall utleveres`,
    'partly-shielded': (f) => `${f.member}: deler av opplysningene er skjermet`,
    'unknown-person': (f) => `${f.member}: Skatteetaten kjenner ikke nummeret`,
    withdrawn: (f) => `${f.member}: opplysningene er trukket tilbake`,
    'nothing-reported': (f) => `${f.member}: ingenting er innrapportert i ${f.source}. Det betyr ikke ingen inntekt`,
    unread: (f) => `${f.member}: noe i svaret fra ${f.source} lot seg ikke lese`,
    unclassified: (f) =>
      `${f.member}: ${f.amount ? `${f.amount} kr` : 'beløp'} med kode som ikke er klassifisert (${f.text})`,
    'manual-code': (f) => `${f.member}: ${f.amount ? `${f.amount} kr` : 'beløp'} må vurderes for hånd (${f.text})`,
    'back-pay': (f) => `${f.member}: ${f.amount ? `${f.amount} kr` : 'beløp'} er etterbetaling for en annen periode`,
    'newer-year': (f) => `${f.member}: skatteoppgjøret for ${f.year} er kommet, men gjelder ikke alle`,
    'chosen-basis': (f) => `Grunnlag valgt av saksbehandler: ${f.basis}`,
    'chosen-outcome': () => 'Resultatet er valgt av saksbehandler',
    'no-size': () => 'Husstanden er ikke lagt inn',
    'nobody-counted': () => 'Ingen i husstanden er gamle nok til å regnes med',
  } satisfies Record<ReasonCode, Sentence>,
  withinOnSeveral: (bases: string) => `Innenfor på ${bases}`,
  overOnSeveral: (bases: string) => `Over grensen på ${bases}`,
  moreReasons: (count: number) => (count === 1 ? '1 forhold til' : `${count} forhold til`),

  confidences: {
    verified: 'bekreftet hos kilden',
    'verified-two-sources': 'bekreftet av to kilder',
    'verified-old': 'bekreftet, men kilden er gammel',
    'verified-undated-page': 'bekreftet på side uten dato',
    'verified-two-sources-superseded': 'bekreftet av to kilder, men avløst',
    'local-guideline': 'lokal retningslinje',
    'local-guideline-old': 'gammel lokal retningslinje',
    unverified: 'ikke bekreftet',
    missing: 'mangler',
    fictional: 'oppdiktet, bare til øving',
  } satisfies Record<Confidence, string>,

  disagree: {
    title: 'Måneder og skatteår gir ulikt svar.',
    below: (basis: string, percent: string, year: string) =>
      `${basis} ligger ${percent} % under skatteoppgjøret for ${year}, og grensen ligger imellom.`,
    above: (basis: string, percent: string, year: string) =>
      `${basis} ligger ${percent} % over skatteoppgjøret for ${year}, og grensen ligger imellom.`,
    windowsTitle: 'Periodene gir ulikt svar.',
    windows: 'Grensen ligger mellom inntekten i de ulike periodene. Velg grunnlag og begrunn valget.',
    flagged: (percent: string) => `Månedene avviker ${percent} % fra skatteåret. Se etter hva som har endret seg.`,
  },

  table: {
    title: 'Årlig inntekt på grunnlagene',
    note: 'kroner · tall med prikket strek fører til kilden',
    household: 'Husstanden',
    limitInG: (persons: string, factor: string, g: string) => `Grense for ${persons} (${factor} G av ${g})`,
    limit: (persons: string) => `Grense for ${persons}`,
    persons: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
    margin: 'Margin',
    noLimit: 'ingen grense',
    cannot: 'kan ikke regnes ut',
    notCounted: {
      age: 'ikke med (alder)',
    } satisfies Record<Exclude<MemberOnBasis['notCountedBecause'], null>, string>,
  },
  becauseOf: { age: 'alder' },
  treatments: {
    include: 'regnet med',
    exclude: 'ikke regnet med',
    separate: 'vist for seg, ikke regnet med',
    manual: 'må vurderes for hånd',
    unclassified: 'ikke klassifisert',
  } satisfies Record<BasisLine['treatment'], string>,
  verdicts: {
    within: 'innenfor',
    over: 'over',
    noLimit: 'ingen grense',
    unknown: 'ikke kjent',
  } satisfies Record<BasisResult['verdict'], string>,

  bars: {
    title: 'Mot grensen',
    described: (basis: string, annual: string, limit: string) => `${basis}: ${annual} kr mot grensen ${limit} kr`,
    noFigure: 'kan ikke regnes ut',
    wealth: 'Nettoformue',
    asAt: (date: string) => `per ${date}`,
  },

  notCounted: 'Ikke regnet med:',
  ruleUsed: (ruleId: string, version: number) => `Regel ${ruleId} v${version}`,
  gUsed: (date: string, knownFrom: string) => `G fra ${date} (kjent ${knownFrom})`,
  noRule: {
    title: 'Ingenting å regne mot',
    explained: 'Fagansvarlig må godkjenne én regel som gjelder på vedtaksdatoen. Da kommer grenser og utregning her.',
  },

  choice: {
    title: 'Grunnlag for vedtaket',
    legend: 'Grunnlag',
    outcomeLegend: 'Resultat',
    outcomeByRule: 'Som regelen sier',
    reason: 'Begrunnelse (vises i grunnlaget)',
    reasonMissing: 'Skriv en begrunnelse for valget.',
    reasonTooLong: 'Begrunnelsen er for lang: høyst 4000 tegn.',
    basisMissing: 'Velg et grunnlag.',
    save: 'Lagre valget',
    remove: 'Fjern valget',
    saved: 'Valget er lagret.',
  },

  next: {
    toAssessment: 'Gå til vurdering',
    toBasis: 'Gå til vedtaksgrunnlag',
    toHousehold: 'Gå til husstanden',
    toInformation: 'Gå til opplysninger',
    rules: 'Se Regler og satser',
  },
  showSteps: 'Vis utregning',
  stepsTitle: 'Utregning',
  stepsIntro: (rule: string) => `Slik ble tallene regnet ut etter ${rule}. Alle beløp i kroner.`,
  steps: {
    g: (f) => `Grunnbeløpet (G) fra ${f.date}: ${at(f.amounts, 0)}. Kilde: ${f.text}`,
    limit: (f) =>
      f.factor ? `Inntektsgrense: ${f.factor} G = ${at(f.amounts, 0)}` : `Inntektsgrense: ${at(f.amounts, 0)}`,
    'limit-above-table': (f) =>
      `Husstanden er større enn tabellen: ${at(f.amounts, 0)} + ${f.factor === '1' ? '' : `${f.factor} × `}${at(f.amounts, 1)} = ${at(f.amounts, 2)}`,
    'not-counted': (f) => `${f.member} regnes ikke med: yngre enn aldersgrensen i regelen`,
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
  } satisfies Record<CalculationStep['code'], Sentence>,
};

const times = ({ amounts, factor }: Figures): string =>
  factor === '1' ? at(amounts, 0) : `${at(amounts, 0)} × ${factor}`;

function plus(amounts: readonly string[]): string {
  const manual = at(amounts, 1);
  return manual === '0' ? '' : ` + ${manual} lagt inn for hånd`;
}

const sumOf = (amounts: readonly string[]): string =>
  equals(amounts.slice(0, -1).join(' + '), at(amounts, amounts.length - 1));

/** What is the same on both sides is said once. */
const equals = (worked: string, result: string): string => (worked === result ? result : `${worked} = ${result}`);
