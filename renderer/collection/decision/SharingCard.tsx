import { useId, useMemo, useState } from 'react';
import type { Month } from '../../../shared/dates.ts';
import type { DebtorAnalysis, SharingBase } from '../../../shared/garnishment/debtorAnalysis.ts';
import { sharingPlan } from '../../../shared/garnishment/sharing.ts';
import { formatKroner, kroner, type Oere, oere, sum } from '../../../shared/money.ts';
import { useText } from '../../app/SessionContext.tsx';
import { AmountField } from '../../ui/AmountField.tsx';
import { Card } from '../../ui/Card.tsx';
import { MonthBars } from '../../ui/MonthBars.tsx';
import { longMonth } from '../../ui/monthText.ts';
import { ScrollArea } from '../../ui/ScrollArea.tsx';
import { typedAmount } from '../../ui/typedAmount.ts';
import { useDebtor } from '../DebtorContext.tsx';

const ORE_PER_KRONE = 100;
/** One notch of the slider: what a deduction is rounded to. */
const STEP_KRONER = 100;
/** Beyond this many months a bar says nothing; the table has them all. */
const MONTHS_IN_CHART = 24;

type Plan = ReturnType<typeof sharingPlan>;

/** A what-if to play with: how one deduction a month is shared, and when each claim is covered. Nothing here is stored. */
export function SharingCard({ analysis: { sharing } }: { analysis: DebtorAnalysis }) {
  const text = useText();
  const { sharing: words } = text.decision;
  const { words: common } = text.app;
  const [typed, setTyped] = useState(sharing.deduction === null ? '' : formatKroner(sharing.deduction));
  const { claims } = useDebtor();
  const [asTable, setAsTable] = useState(false);
  const sliderId = useId();
  const amount = typedAmount(typed);
  const deduction = oere(Math.max(0, amount ?? 0));
  const plan = useMemo(
    () => sharingPlan(deduction, sharing.claims, sharing.firstMonth),
    [deduction, sharing.claims, sharing.firstMonth],
  );
  const total = sum(sharing.claims.map(({ remaining }) => remaining));
  // Twice the room, or enough to pay all at once: further there is nothing to see.
  const most = Math.ceil(
    Math.min(total, Math.max(2 * (sharing.deduction ?? 0), 1_000_000)) / ORE_PER_KRONE / STEP_KRONER,
  );
  if (sharing.claims.length === 0) {
    return (
      <Card title={words.title}>
        <p>{words.noClaims}</p>
      </Card>
    );
  }
  const leftOut = claims.filter(({ id }) => sharing.claims.every(({ claimId }) => claimId !== id)).length;
  const last = plan.months.at(-1)?.month;
  const covered = [...plan.paidOff.values()].every((month) => month !== null);
  return (
    <Card
      title={words.title}
      note={
        <>
          {words.note}
          {plan.months.length > 0 && (
            <>
              {' · '}
              <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
                {asTable ? common.showAsChart : common.showAsTable}
              </button>
            </>
          )}
        </>
      }
    >
      <div className="what-if">
        <AmountField label={words.deduction} value={typed} onChange={setTyped} />
        <label className="slider" htmlFor={sliderId}>
          <span className="aksel-sr-only">{words.slider}</span>
          <input
            id={sliderId}
            type="range"
            min={0}
            max={most * STEP_KRONER}
            step={STEP_KRONER}
            value={Math.min(deduction / ORE_PER_KRONE, most * STEP_KRONER)}
            aria-valuetext={`${formatKroner(deduction)} ${common.kroner}`}
            onChange={({ target }) => setTyped(formatKroner(kroner(Number(target.value))))}
          />
          {sharing.deduction !== null && (
            <span className="subtle">{words.startsAt(formatKroner(sharing.deduction))}</span>
          )}
        </label>
        <p role="status" className="what-if-answer">
          {deduction === 0 ? words.nothing : covered && last ? words.paidOff(longMonth(text, last)) : words.never}
        </p>
      </div>
      <ClaimShares claims={sharing.claims} plan={plan} />
      {leftOut > 0 && <p className="card-foot">{words.leftOut(leftOut)}</p>}
      {plan.months.length > 0 &&
        (asTable ? (
          <PlanTable claims={sharing.claims} plan={plan} />
        ) : (
          <PlanChart claims={sharing.claims} plan={plan} />
        ))}
    </Card>
  );
}

/** What a claim in the sharing is called; interest and costs may have a letter of their own. */
function useClaimName(): (claim: SharingBase) => string {
  const { claims: words, collection, decision } = useText();
  const { claims } = useDebtor();
  return ({ id, claimId }) => {
    const claim = claims.find((one) => one.id === claimId);
    const name = claim ? words.claimName(collection.claimTypes[claim.type], claim.reference) : '';
    return id === claimId ? name : decision.sharing.accessory(name);
  };
}

interface PlanProps {
  readonly claims: readonly SharingBase[];
  readonly plan: Plan;
}

function ClaimShares({ claims, plan }: PlanProps) {
  const text = useText();
  const { sharing: words } = text.decision;
  const nameOf = useClaimName();
  const [first] = plan.months;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{words.claim}</th>
          <th scope="col">{words.letter}</th>
          <th scope="col" className="number">
            {words.remaining}
          </th>
          <th scope="col" className="number">
            {words.firstMonth}
          </th>
          <th scope="col" className="number">
            {words.covered}
          </th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => {
          const paidOff = plan.paidOff.get(claim.id) ?? null;
          return (
            <tr key={claim.id}>
              <th scope="row">{nameOf(claim)}</th>
              <td>{claim.letter}</td>
              <td className="number">{formatKroner(claim.remaining)}</td>
              <td className="number">{first ? formatKroner(first.shares.get(claim.id) ?? oere(0)) : '–'}</td>
              <td className="number">
                {paidOff ? longMonth(text, paidOff) : plan.months.length > 0 ? words.notCovered : '–'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const shareIn = (plan: Plan, index: number, claimId: string): Oere | null =>
  plan.months[index]?.shares.get(claimId) ?? null;

function PlanChart({ claims, plan }: PlanProps) {
  const text = useText();
  const { sharing: words } = text.decision;
  const nameOf = useClaimName();
  const months: Month[] = plan.months.slice(0, MONTHS_IN_CHART).map(({ month }) => month);
  const [first, last] = [months[0], months.at(-1)];
  return (
    <MonthBars
      months={months}
      counted={months}
      series={claims.map((claim) => ({
        key: claim.id,
        label: nameOf(claim),
        amounts: months.map((_, index) => shareIn(plan, index, claim.id)),
      }))}
      described={first && last ? words.described(longMonth(text, first), longMonth(text, last)) : words.title}
      unit={ORE_PER_KRONE}
      legendNote={words.unit}
    />
  );
}

function PlanTable({ claims, plan }: PlanProps) {
  const text = useText();
  const { sharing: words } = text.decision;
  const nameOf = useClaimName();
  const [all, setAll] = useState(false);
  const shown = all ? plan.months : plan.months.slice(0, MONTHS_IN_CHART);
  return (
    <>
      <ScrollArea label={words.unit}>
        <table className="figures dense">
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              {claims.map((claim) => (
                <th key={claim.id} scope="col" className="number">
                  {nameOf(claim)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ month, shares }) => (
              <tr key={month}>
                <th scope="row">{longMonth(text, month)}</th>
                {claims.map(({ id }) => (
                  <td key={id} className="number">
                    {formatKroner(shares.get(id) ?? oere(0))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {shown.length < plan.months.length && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {words.allMonths(plan.months.length)}
        </button>
      )}
    </>
  );
}
