import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kroner, oere } from '../money.ts';
import { type AnalysisContext, analyseDebtor } from './analyseDebtor.ts';
import { claimTypes, priorityLetters } from './claims.ts';
import {
  alone,
  byHand,
  claim,
  context,
  date,
  debtorCase,
  instant,
  othersTrekk,
  paid,
  registered,
  samordnet,
  settingsWith,
} from './debtor.fixture.ts';
import type { DebtorCase } from './debtorCase.ts';
import { livsopphold } from './livsopphold.ts';
import { childrenOn } from './roomResult.ts';

const march = '2025-03-10T08:00:00.000Z';
const amount = fc.integer({ min: 0, max: 60_000 });
const birthDate = fc.integer({ min: 2008, max: 2024 }).map((year) => ({ birthDate: date(`${year}-02-01`) }));

const household = fc
  .record({
    couple: fc.boolean(),
    children: fc.array(birthDate, { maxLength: 6 }),
    spouse: amount,
    common: amount,
    rent: fc.option(amount),
  })
  .map(({ couple, children, spouse, common, rent }) => ({
    ...alone,
    adults: couple ? ('par' as const) : ('enslig' as const),
    children,
    spouseNet: couple ? byHand('Lønn', spouse) : null,
    commonIncome: [byHand('Barnetrygd', common)],
    boutgifter: rent === null ? null : { amount: kroner(rent), source: 'Kontrakt' },
  }));

const trekk = fc
  .array(
    fc.record({
      letter: fc.constantFrom(...priorityLetters),
      monthly: fc.integer({ min: 0, max: 15_000 }),
      state: fc.constantFrom('loepende' as const, 'stanset' as const, 'ukjent' as const),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(({ letter, monthly, state }, index) =>
      othersTrekk({
        ref: String(index),
        letter,
        state,
        decidedOn: date('2024-01-10'),
        periods: [{ from: date('2024-02-01'), to: date('2026-01-31'), amount: kroner(monthly), percent: null }],
      }),
    ),
  );

const claims = fc
  .array(fc.record({ type: fc.constantFrom(...claimTypes), remaining: amount, interest: amount }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) =>
    list.map(({ type, remaining, interest }, index) =>
      claim(String(index), {
        type,
        original: kroner(60_000),
        remaining: kroner(remaining),
        interest: kroner(interest),
      }),
    ),
  );

const any = fc
  .record({ gross: amount, taxPercent: fc.integer({ min: 0, max: 45 }), household, trekk, claims })
  .map(({ gross, taxPercent, trekk: entries, ...rest }) =>
    debtorCase({
      ...rest,
      lookups: [
        paid('2025-02', march, [{ gross, withheld: Math.floor((gross * taxPercent) / 100) }]),
        registered(march, entries),
      ],
    }),
  );

const where: AnalysisContext = context({
  settings: settingsWith({
    vannOgAvloep: 'e',
    avfall: 'd',
    feiingOgTilsyn: 'e',
    vegtrafikk: 'e',
    besoeksbidrag: 'e',
    husleie: 'e',
  }),
});

describe('what holds for every debtor', () => {
  it('the household keeps its livsopphold, whatever is taken first by others and by us', () => {
    fc.assert(
      fc.property(any, (one) => {
        const { room, coordination } = analyseDebtor(one, where);
        if (room.state !== 'computed' || !one.household) return;
        const { adults, spouseNet, commonIncome } = one.household;
        const table = livsopphold(
          { adults, children: childrenOn(one.household, one.decisionDate), samvaer: [] },
          one.decisionDate,
          'production',
        );
        if (!table.ok) throw new Error(table.error.code);
        const net = room.steps.find(({ code }) => code === 'own-net')?.amount ?? oere(0);
        const others = (spouseNet?.amount ?? 0) + commonIncome.reduce((sum, post) => sum + post.amount, 0);
        const left = net + others - (coordination.betterPriority ?? 0) - room.amount;
        expect(room.amount).toBeGreaterThanOrEqual(0);
        if (room.amount > 0) expect(left).toBeGreaterThanOrEqual(table.value.total);
        if (room.percentAmount !== null) expect(room.percentAmount).toBeLessThanOrEqual(room.room);
      }),
      { numRuns: 300 },
    );
  });

  it('the order of claims, lookups and entries changes nothing but their order', () => {
    fc.assert(
      fc.property(any, (one) => {
        const turned: DebtorCase = {
          ...one,
          claims: one.claims.toReversed(),
          lookups: one.lookups
            .toReversed()
            .map((lookup) =>
              lookup.source === 'utlegg' && lookup.utlegg
                ? { ...lookup, utlegg: { ...lookup.utlegg, entries: lookup.utlegg.entries.toReversed() } }
                : lookup,
            ),
        };
        const [a, b] = [analyseDebtor(one, where), analyseDebtor(turned, where)];
        expect(b.room).toEqual(a.room);
        expect(b.coordination.lead).toBe(a.coordination.lead);
        expect(b.coordination.betterPriority).toBe(a.coordination.betterPriority);
        expect(new Set(b.sharing.claims)).toEqual(new Set(a.sharing.claims));
        expect(b.mayDecide).toBe(a.mayDecide);
      }),
    );
  });

  it('in the transition, nothing but a fresh plain «no» leads to the old rules', () => {
    const hours = fc.integer({ min: -30, max: 60 });
    const answers = fc.array(fc.record({ newRules: fc.constantFrom(true, false, null), hoursAgo: hours }), {
      maxLength: 4,
    });
    const now = Date.parse('2026-06-01T12:00:00.000Z');
    const at = (hoursAgo: number) => instant(new Date(now - hoursAgo * 3_600_000).toISOString());
    fc.assert(
      fc.property(answers, (list) => {
        const lookups = list.map(({ newRules, hoursAgo }, index) => ({
          ...samordnet(newRules, at(hoursAgo)),
          id: String(index),
        }));
        const { regime } = analyseDebtor(
          debtorCase({ decisionDate: date('2026-06-01'), lookups }),
          context({ now: at(0) }),
        );
        if (regime.rules === 'old') {
          expect(list.some(({ newRules, hoursAgo }) => newRules === false && hoursAgo >= 0 && hoursAgo <= 24)).toBe(
            true,
          );
        }
      }),
    );
  });
});
