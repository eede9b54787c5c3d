import { type Oere, oere, portionDown, portionUp } from '../money.ts';

/** R-SPOUSE: `share` = the debtor carries the household's need in proportion to own net income, capped by the pool; `pool` = all income, all need. */
export const spouseMethods = ['share', 'pool'] as const;
export type SpouseMethod = (typeof spouseMethods)[number];

/** R-ROUND: always down, in the debtor's favour. */
export interface Rounding {
  /** Øre: 10000 = whole hundreds of kroner. */
  readonly amountStep: Oere;
}
export const defaultRounding: Rounding = { amountStep: oere(10_000) };

/** dekningsloven § 2-7 third paragraph: at most this much of a self-employed person's gross fee, in per cent, without consent. */
export const SELF_EMPLOYED_PERCENT = 20;

/** Everything in øre a month. */
export interface RoomInput {
  /** Net pay and benefits of the debtor, after forskuddstrekk. */
  readonly ownNet: Oere;
  /** Gross the percentage would be taken of (trekkgrunnlag); null when not known. */
  readonly gross: Oere | null;
  /** Barnetrygd, barnebidrag received and the like: counts as income of the household, not of one of the two. */
  readonly commonIncome: Oere;
  /** Net income of spouse or cohabitant; null = lives alone. */
  readonly spouseNet: Oere | null;
  readonly livsopphold: Oere;
  readonly boutgifter: Oere;
  /** Necessary and reasoned: child care, maintenance paid, illness, commuting. */
  readonly extras: Oere;
  /** Running trekk with better or equal priority, decided already. */
  readonly betterPriority: Oere;
  readonly spouseMethod: SpouseMethod;
  /** Gross fee of a self-employed debtor from the trekkpliktig, and the per cent that applies (20, or more by written consent). */
  readonly selfEmployed: { readonly grossFee: Oere; readonly percent: number } | null;
  readonly rounding: Rounding;
}

export interface Room {
  /** What the debtor must keep by the method used, øre. */
  readonly need: Oere;
  /** Debtor's share of the two net incomes in hundredths of a per cent; null when alone. For showing only. */
  readonly shareOfIncome: number | null;
  /** What is left of the need after the common income, and the debtor's part of that; null when alone. */
  readonly needToShare: Oere | null;
  readonly shareOfNeed: Oere | null;
  readonly byShare: Oere | null;
  readonly byPool: Oere;
  /** Which of them, or the cap for self-employed, set the room. */
  readonly decidedBy: 'alone' | 'share' | 'pool' | 'selfEmployedCap';
  readonly selfEmployedCap: Oere | null;
  /** Exact room, never below 0. */
  readonly room: Oere;
  /** Rounded down for the decision. */
  readonly amount: Oere;
  /** Whole per cent of `gross`, rounded down, and what it makes; null without a gross. */
  readonly percent: number | null;
  readonly percentAmount: Oere | null;
}

/** Room for trekk by dekningsloven § 2-7 (fagregler.md 2.4, G1–G3, G5). */
export function roomForTrekk(input: RoomInput): Room {
  const spouseNet = input.spouseNet ?? oere(0);
  const need = oere(input.livsopphold + input.boutgifter + input.extras);
  const afterBetter = oere(input.ownNet - input.betterPriority);

  const byPool = notNegative(afterBetter + spouseNet + input.commonIncome - need);
  // The common income covers the household's need first; what is left of the need is shared.
  const needToShare = notNegative(need - input.commonIncome);
  const shareOfNeed = input.spouseNet === null ? null : partOfNeed(needToShare, input.ownNet, spouseNet);
  const byShare = shareOfNeed === null ? null : notNegative(afterBetter - shareOfNeed);

  const household: Pick<Room, 'decidedBy' | 'room'> =
    byShare === null
      ? { decidedBy: 'alone', room: byPool }
      : input.spouseMethod === 'pool' || byPool < byShare
        ? { decidedBy: 'pool', room: byPool }
        : { decidedBy: 'share', room: byShare };

  const selfEmployedCap = input.selfEmployed
    ? portionDown(input.selfEmployed.grossFee, input.selfEmployed.percent, 100)
    : null;
  const capped = selfEmployedCap !== null && selfEmployedCap < household.room;
  const room = capped ? selfEmployedCap : household.room;

  // Nobody can be told to deduct more than all of it.
  const percent =
    input.gross !== null && input.gross > 0 ? Math.min(100, Number((BigInt(room) * 100n) / BigInt(input.gross))) : null;
  return {
    need,
    shareOfIncome:
      input.spouseNet === null || input.ownNet + spouseNet <= 0
        ? null
        : Math.round((input.ownNet * 10_000) / (input.ownNet + spouseNet)),
    needToShare: shareOfNeed === null ? null : needToShare,
    shareOfNeed,
    byShare,
    byPool,
    decidedBy: capped ? 'selfEmployedCap' : household.decidedBy,
    selfEmployedCap,
    room,
    amount: oere(room - (room % input.rounding.amountStep)),
    percent,
    percentAmount: percent === null || input.gross === null ? null : portionDown(input.gross, percent, 100),
  };
}

const notNegative = (amount: number): Oere => oere(Math.max(0, amount));

/** The debtor's part of the need by own net income, rounded up: the debtor keeps the odd øre. All of it when there is no income to share by. */
function partOfNeed(need: Oere, ownNet: Oere, spouseNet: Oere): Oere {
  const whole = ownNet + spouseNet;
  return whole <= 0 ? need : portionUp(need, Math.max(0, ownNet), whole);
}
