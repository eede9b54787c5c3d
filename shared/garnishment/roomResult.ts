import { ageOn, type IsoDate } from '../dates.ts';
import { type Oere, oere, sum } from '../money.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Environment } from '../session.ts';
import { type Boutgifter, type BoutgiftGuide, boutgifter } from './boutgifter.ts';
import type { CollectionSettings } from './collectionSettings.ts';
import type { NetIncome, RoomRefusal, RoomResult, RoomStep, UsedRate } from './debtorAnalysis.ts';
import type { DebtorHousehold } from './debtorCase.ts';
import { type Livsopphold, livsopphold, livsoppholdTables, type NoLivsopphold } from './livsopphold.ts';
import {
  defaultRounding,
  type Room,
  type RoomInput,
  roomForTrekk,
  SELF_EMPLOYED_PERCENT,
  type SpouseMethod,
} from './room.ts';

/** Children count until the day they are of age. */
const OF_AGE = 18;

export interface RoomQuestion {
  readonly household: DebtorHousehold | null;
  /** Mean of the three months, or why there is none. */
  readonly income: NetIncome['mean'];
  readonly incomeRefusals: readonly RoomRefusal[];
  /** Øre a month that goes before ours; null = not known. */
  readonly betterPriority: Oere | null;
  /** What the payer's percentage is taken of; null while no payer is settled. */
  readonly withholdingBase: Oere | null;
  readonly spouseMethod: SpouseMethod;
  readonly settings: Pick<CollectionSettings, 'boutgiftGuide' | 'livsopphold'>;
  readonly decisionDate: IsoDate;
  readonly environment: Environment;
  readonly status: 'decision' | 'basis';
}

/** Children in the household that count on a day; one that has come of age is an adult, whom the debtor need not support. */
export const childrenOn = (household: DebtorHousehold, date: IsoDate): number[] =>
  household.children.map(({ birthDate }) => ageOn(birthDate, date)).filter((age) => age < OF_AGE);

/** The room for trekk (dekningsloven § 2-7) with every step and rate, or everything that is missing for it. */
export function roomResult(question: RoomQuestion): RoomResult {
  const { household, income, betterPriority, settings, decisionDate } = question;
  const refusal = (code: RoomRefusal['code'], validFrom: IsoDate | null = null): RoomRefusal => ({
    code,
    validFrom,
    months: [],
  });
  if (household === null) {
    return { state: 'refused', reasons: [refusal('household-not-entered'), ...question.incomeRefusals] };
  }
  const guide = guideOn(settings.boutgiftGuide, decisionDate);
  const keep = keepToLiveOn(household, question);
  const lacksSpouse = household.adults === 'par' && household.spouseNet === null;
  const reasons: RoomRefusal[] = [
    ...question.incomeRefusals,
    ...(keep.ok ? [] : [refusal(...keep.error)]),
    ...(guide.ok ? [] : [refusal(...guide.error)]),
    ...(lacksSpouse ? [refusal('spouse-income-missing')] : []),
    ...(betterPriority === null ? [refusal('better-priority-unknown')] : []),
  ];
  if (reasons.length > 0 || income === null || !keep.ok || !guide.ok || betterPriority === null) {
    return { state: 'refused', reasons };
  }

  const documented = household.boutgifter?.amount ?? null;
  const children = childrenOn(household, decisionDate).length;
  const housing = boutgifter(guide.value, household.adults, children, documented);
  const total = (amounts: readonly { readonly amount: Oere }[]) => sum(amounts.map(({ amount }) => amount));
  const input: RoomInput = {
    ownNet: oere(income.net + total(household.otherNet)),
    gross: question.withholdingBase,
    commonIncome: total(household.commonIncome),
    spouseNet: household.adults === 'par' ? (household.spouseNet?.amount ?? null) : null,
    livsopphold: keep.value.total,
    boutgifter: housing.accepted,
    extras: total(household.extras),
    betterPriority,
    spouseMethod: question.spouseMethod,
    selfEmployed: selfEmployedCap(household, decisionDate),
    rounding: defaultRounding,
  };
  const room = roomForTrekk(input);
  const used: Used = { household, income, input, room, keep: keep.value, housing, guide: guide.value };
  const { decidedBy, byShare, byPool, amount, percent, percentAmount } = room;
  return {
    state: 'computed',
    status: question.status,
    steps: stepsOf(used),
    decidedBy,
    method: question.spouseMethod,
    byShare,
    byPool,
    room: room.room,
    amount,
    percent,
    percentAmount,
    rates: ratesOf(used),
  };
}

function guideOn(
  guide: BoutgiftGuide | null,
  date: IsoDate,
): Result<BoutgiftGuide, [RoomRefusal['code'], IsoDate | null]> {
  if (guide === null) return fail(['boutgift-guide-missing', null]);
  const valid = guide.validFrom <= date && (guide.validTo === null || date <= guide.validTo);
  return valid ? ok(guide) : fail(['boutgift-guide-not-valid', guide.validFrom]);
}

const tableRefusals: Readonly<Record<NoLivsopphold['code'], RoomRefusal['code']>> = {
  'table-missing': 'livsopphold-missing',
  'table-unverified': 'livsopphold-unverified',
  'samvaer-missing': 'samvaer-missing',
  'age-class-missing': 'age-class-missing',
};

function keepToLiveOn(
  household: DebtorHousehold,
  { settings, decisionDate, environment }: RoomQuestion,
): Result<Livsopphold, [RoomRefusal['code'], IsoDate | null]> {
  const unborn = [...household.children, ...household.samvaer].some(({ birthDate }) => birthDate > decisionDate);
  if (unborn) return fail(['child-not-born', null]);
  const samvaer = household.samvaer
    .map(({ birthDate, klasse }) => ({ age: ageOn(birthDate, decisionDate), klasse }))
    .filter(({ age }) => age < OF_AGE);
  const found = livsopphold(
    { adults: household.adults, children: childrenOn(household, decisionDate), samvaer },
    decisionDate,
    environment,
    [...livsoppholdTables, ...settings.livsopphold],
  );
  return found.ok ? found : fail([tableRefusals[found.error.code], found.error.validFrom]);
}

/** 20 %, or what the debtor has agreed to in writing by then. */
function selfEmployedCap({ selfEmployed }: DebtorHousehold, date: IsoDate): RoomInput['selfEmployed'] {
  if (selfEmployed === null) return null;
  const { grossFee, consent } = selfEmployed;
  const agreed = consent !== null && consent.givenOn <= date ? consent.percent : 0;
  return { grossFee, percent: Math.max(SELF_EMPLOYED_PERCENT, agreed) };
}

interface Used {
  readonly household: DebtorHousehold;
  readonly income: NonNullable<NetIncome['mean']>;
  readonly input: RoomInput;
  readonly room: Room;
  readonly keep: Livsopphold;
  readonly housing: Boutgifter;
  readonly guide: BoutgiftGuide;
}

const livsoppholdRate = ({ keep: { table } }: Used): UsedRate => ({
  name: 'livsoppholdssatser',
  source: table.source,
  validFrom: table.validFrom,
  validTo: table.validTo,
  confidence: table.confidence,
  signedBy: 'signedBy' in table ? table.signedBy : null,
  signedAt: 'signedAt' in table ? table.signedAt : null,
});

const guideRate = ({ guide }: Used): UsedRate => ({
  name: guide.name,
  source: guide.source,
  validFrom: guide.validFrom,
  validTo: guide.validTo,
  confidence: 'local-guideline',
  signedBy: null,
  signedAt: null,
});

const ratesOf = (used: Used): UsedRate[] => [livsoppholdRate(used), guideRate(used)];

const plain: Omit<RoomStep, 'code' | 'sign' | 'amount'> = {
  label: null,
  text: null,
  age: null,
  ageClass: null,
  cut: false,
  percent: null,
  rate: null,
};

/** The calculation in the order it is done in. */
function stepsOf(used: Used): RoomStep[] {
  const { household, income, input, room, keep, housing } = used;
  const step = (
    code: RoomStep['code'],
    sign: RoomStep['sign'],
    amount: Oere | null,
    more: Partial<RoomStep> = {},
  ): RoomStep[] => (amount === null ? [] : [{ ...plain, ...more, code, sign, amount }]);
  const byHand = (
    code: RoomStep['code'],
    posts: readonly { readonly text: string; readonly source: string; readonly amount: Oere }[],
  ) => posts.flatMap(({ text, source, amount }) => step(code, 'plus', amount, { label: text, text: source }));
  const couple = room.byShare !== null;

  return [
    ...step('gross', 'plus', income.gross),
    ...step('withheld', 'minus', income.withheld),
    ...byHand('other-net', household.otherNet),
    ...step('own-net', 'result', input.ownNet),
    ...byHand('common-income', household.commonIncome),
    ...(couple && household.spouseNet ? byHand('spouse-net', [household.spouseNet]) : []),
    ...step('better-priority', 'minus', input.betterPriority),
    ...keep.lines.flatMap(({ what, amount, ...line }) =>
      step(livsoppholdSteps[what], 'shown', amount, { ...line, ...(line.age === null ? { label: what } : {}) }),
    ),
    ...step('livsopphold', 'minus', keep.total, { rate: livsoppholdRate(used) }),
    ...step('boutgifter', 'minus', housing.accepted, {
      label: housing.why,
      text: household.boutgifter?.source ?? null,
      rate: guideRate(used),
    }),
    ...household.extras.flatMap(({ text, reason, amount }) =>
      step('extra', 'minus', amount, { label: text, text: reason }),
    ),
    ...step('need', 'shown', room.need),
    ...step('by-pool', 'result', room.byPool),
    ...(couple
      ? [
          ...step('need-to-share', 'shown', room.needToShare),
          ...step('share-of-need', 'shown', room.shareOfNeed, { percent: room.shareOfIncome }),
          ...step('by-share', 'result', room.byShare),
        ]
      : []),
    ...step('self-employed-cap', 'shown', room.selfEmployedCap, {
      percent: input.selfEmployed === null ? null : input.selfEmployed.percent * 100,
      text: household.selfEmployed?.source ?? null,
    }),
    ...step('room', 'result', room.room),
    ...step('amount', 'result', room.amount),
    ...step('percent', 'shown', room.percentAmount, { percent: room.percent === null ? null : room.percent * 100 }),
  ];
}

const livsoppholdSteps = {
  enslig: 'livsopphold-adults',
  par: 'livsopphold-adults',
  barn: 'livsopphold-child',
  samvaer: 'livsopphold-samvaer',
} as const;
