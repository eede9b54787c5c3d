import { z } from 'zod';
import { kroner } from '../money.ts';
import { zDate } from '../values.ts';
import { Confidence, type HousingRule, type Limit } from './housingRule.ts';
import rates from './rates.json' with { type: 'json' };

/** What a municipality's entry in rates.json says. A field that is not there says nothing; `null` says that the source gave no number. */
const PublishedRule = z.object({
  municipality: z.string(),
  scheme: z.string(),
  unit: z.enum(['G', 'NOK']).nullable(),
  householdSizeTable: z.record(z.string(), z.number().positive()).nullish(),
  householdTypeTable: z.object({ enslig: z.number().positive(), par: z.number().positive() }).nullish(),
  perExtraPerson: z.number().positive().optional(),
  wealthLimit: z.number().positive().nullable(),
  excludeIncomeOfMembersUnderAge: z.int().optional(),
  deviationThreshold: z.number().optional(),
  validFrom: zDate.nullable(),
  knownInForce: zDate.optional(),
  validTo: zDate.nullable(),
  confidence: Confidence,
});
type PublishedRule = z.infer<typeof PublishedRule>;

/** Which entries of rates.json are about kommunal bolig, and what a Norwegian reader is told about each; the figures are rates.json's. */
interface Template {
  readonly entry: { readonly municipality: string; readonly scheme: string };
  readonly words: Pick<HousingRule, 'ruleId' | 'municipality' | 'scheme' | 'source' | 'notes'>;
}

const TEMPLATES: readonly Template[] = [
  {
    entry: { municipality: 'Bergen', scheme: 'kommunal utleiebolig' },
    words: {
      ruleId: 'BERGEN-2016',
      municipality: 'Bergen',
      scheme: 'Kommunal utleiebolig',
      source: 'bergen.kommune.no, kommunale utleieboliger; retningslinjer vedtatt av bystyret 19.10.2016, sak 268-16',
      notes:
        'Nettsiden er uten dato: kontroller at tabellen fortsatt gjelder. Husstander på mer enn fire er ikke omtalt. Andre vilkår: ' +
        '18 år som hovedregel; folkeregistrert i Bergen det siste året; uten egnet bolig, eller leieavtale som går ut innen seks måneder; ' +
        'gjeld til kommunen betalt eller under nedbetaling; karantene inntil ett år etter utkastelse.',
    },
  },
  {
    entry: { municipality: 'Oslo', scheme: 'kommunal bolig (regulation in force until 2023-12-31)' },
    words: {
      ruleId: 'OSLO-2017',
      municipality: 'Oslo',
      scheme: 'Kommunal bolig (forskriften som gjaldt til 31.12.2023)',
      source: 'okl.no, Kommunal bolig i Oslo; journalen.oslomet.no 23.03.2017, som gjengir Oslo kommune',
      notes:
        'Startdatoen er den første dagen regelen er kjent brukt. Kildene sier ikke om inntekten er brutto eller netto.',
    },
  },
  {
    entry: { municipality: 'Oslo', scheme: 'kommunal bolig (new regulation, byraadssak 158/23)' },
    words: {
      ruleId: 'OSLO-2024',
      municipality: 'Oslo',
      scheme: 'Kommunal bolig (forskrift fra 01.01.2024, byrådssak 158/23)',
      source: 'leieboerforeningen.no 19.09.2023 og 21.01.2024',
      notes:
        'Bare startdatoen og at inntekt til medlemmer under 20 år ikke regnes med, er bekreftet. Grensene for inntekt og formue er ikke ' +
        'funnet: hent dem fra forskriften før regelen brukes.',
    },
  },
  {
    entry: { municipality: 'Trondheim', scheme: 'kommunal bolig' },
    words: {
      ruleId: 'TRONDHEIM-2022',
      municipality: 'Trondheim',
      scheme: 'Kommunal bolig',
      source: 'trondheim.kommune.no, kommunal bolig; retningslinjer vedtatt av bystyret 03.03.2022',
      notes: 'Teksten som er lest, har ingen inntektsgrense: skjønn. Grenser kan stå i et vedlegg som ikke er lest.',
    },
  },
  {
    entry: { municipality: 'Kristiansand', scheme: 'kommunal bolig' },
    words: {
      ruleId: 'KRISTIANSAND',
      municipality: 'Kristiansand',
      scheme: 'Kommunal bolig',
      source: 'kristiansand.kommune.no, kommunale boliger',
      notes:
        'Ingen inntektsgrense på nettsiden. Lav inntekt er ikke nok alene; folkeregistrert i Kristiansand; alle andre muligheter ' +
        'prøvd og dokumentert; leieavtale vanligvis for tre år.',
    },
  },
  {
    entry: { municipality: 'Tromsoe', scheme: 'kommunal bolig' },
    words: {
      ruleId: 'TROMSOE',
      municipality: 'Tromsø',
      scheme: 'Kommunal bolig',
      source: 'tromso.kommune.no, søk om kommunal bolig',
      notes:
        'Ingen inntektsgrense på nettsiden. Folkeregistrert i Tromsø de siste seks månedene; hele situasjonen vurderes: størrelse, ' +
        'nåværende bolig, økonomi, barn under 18; leieavtale for tre år, kan forlenges.',
    },
  },
  {
    entry: { municipality: 'TESTKOMMUNE', scheme: 'fictional rule set for automated tests' },
    words: {
      ruleId: 'TESTKOMMUNE-2020',
      municipality: 'TESTKOMMUNE',
      scheme: 'Oppdiktet regel for opplæring og tester',
      source: 'Oppdiktet',
      notes: 'Kan ikke brukes i en virkelig sak.',
    },
  },
];

/**
 * Drafts of the published rules for kommunal bolig, figures from rates.json and everything else set to the defaults of fagregler.md 1.4 and 6:
 * 3 and 12 months, the tax year, a flag at 10 %, income from the age of 18. A municipality reads its own rule, corrects the draft and approves it.
 */
export const housingRuleTemplates = (): HousingRule[] => TEMPLATES.map(draft);

function draft({ entry, words }: Template): HousingRule {
  const rule = PublishedRule.parse(
    rates.municipalHousingRules.find(
      ({ municipality, scheme }) => municipality === entry.municipality && scheme === entry.scheme,
    ),
  );
  return {
    ...words,
    version: 1,
    validFrom: rule.validFrom ?? rule.knownInForce ?? null,
    validTo: rule.validTo,
    confidence: rule.confidence,
    incomeLimit: incomeLimit(rule),
    wealthLimit: rule.wealthLimit === null ? null : { limit: limit(rule, rule.wealthLimit), basis: 'net' },
    windows: [3, 12],
    useTaxYear: true,
    deviationThreshold: Math.round((rule.deviationThreshold ?? 0.1) * 10_000),
    countMembersFromAge: rule.excludeIncomeOfMembersUnderAge ?? 18,
    treatments: [],
    approvedBy: null,
    approvedAt: null,
  };
}

function incomeLimit(rule: PublishedRule): HousingRule['incomeLimit'] {
  if (rule.householdTypeTable) {
    const { enslig, par } = rule.householdTypeTable;
    return { kind: 'byType', alone: limit(rule, enslig), couple: limit(rule, par) };
  }
  if (!rule.householdSizeTable) return { kind: 'none' };
  // Keys that look like whole numbers always come in rising order.
  const rows = Object.values(rule.householdSizeTable).map((value) => limit(rule, value));
  return {
    kind: 'bySize',
    rows,
    aboveTable:
      rule.perExtraPerson === undefined
        ? { kind: 'manual' }
        : { kind: 'perExtraPerson', addition: limit(rule, rule.perExtraPerson) },
  };
}

const limit = ({ unit }: PublishedRule, value: number): Limit =>
  unit === 'NOK' ? { unit, amount: kroner(value) } : { unit: 'G', thousandths: Math.round(value * 1000) };
