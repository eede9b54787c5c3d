import { XMarkOctagonIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { formatDate, formatInstant } from '../../../shared/dates.ts';
import type { DebtorAnalysis, RoomResult, RoomStep, UsedRate } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { Trace } from '../../../shared/housing/assessment.ts';
import { formatKroner, oere } from '../../../shared/money.ts';
import { formatPercent } from '../../../shared/text/formatPercent.ts';
import type { Text } from '../../../shared/text/text.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { monthSpan } from '../../ui/monthText.ts';
import { useShowSource } from '../../ui/SourcePanel.tsx';
import { placeOf } from './findingText.ts';
import { refusalText } from './refusalText.ts';

/** Steps that others are made of: shown when one asks for all. */
const DETAILS: ReadonlySet<RoomStep['code']> = new Set([
  'gross',
  'withheld',
  'livsopphold-adults',
  'livsopphold-child',
  'livsopphold-samvaer',
  'need-to-share',
  'by-pool',
  'share-of-need',
  'by-share',
]);

/** What can be taken, step by step with the source of each; or what is missing, never a guess. */
export function RoomCard({ analysis }: { analysis: DebtorAnalysis }) {
  const text = useText();
  const { room: words } = text.decision;
  const { room, regime, income } = analysis;
  const used = income.months.filter((month) => month.used);
  const months = monthSpan(
    text,
    used.map(({ month }) => month),
  );
  const traces = used.flatMap(({ rows }) => rows.flatMap((row) => row.traces));
  const basis = room.state === 'computed' ? room.status === 'basis' : regime.rules === 'new';
  return (
    <Card title={basis ? words.titleBasis : words.title} note={months && words.meanOf(months)}>
      {room.state === 'refused' ? (
        <Refused room={room} analysis={analysis} months={months} traces={traces} />
      ) : (
        <Computed room={room} months={months} traces={traces} />
      )}
    </Card>
  );
}

interface IncomeSource {
  readonly months: string;
  readonly traces: readonly Trace[];
}

type RefusedRoom = Extract<RoomResult, { state: 'refused' }>;
type ComputedRoom = Extract<RoomResult, { state: 'computed' }>;

function Refused({ room, analysis, months, traces }: { room: RefusedRoom; analysis: DebtorAnalysis } & IncomeSource) {
  const text = useText();
  const { room: words, answer } = text.decision;
  const { mean } = analysis.income;
  const toSettings = placeOf({ level: 'stop', code: 'room-refused' }, room.reasons) === 'settings';
  return (
    <>
      <table className="figures">
        <Head />
        <tbody>
          {mean && (
            <tr>
              <th scope="row">{words.steps.ownNet}</th>
              <td className="number">{formatKroner(mean.net)}</td>
              <td className="source">
                <SourceButton label={words.fromIncome(months)} what={words.steps.ownNet} traces={traces} />
              </td>
            </tr>
          )}
          <tr className="sum">
            <th scope="row">{words.steps.room}</th>
            <td className="number">–</td>
            <td className="source">{words.unknown}</td>
          </tr>
        </tbody>
      </table>
      <ul className="refusals">
        {room.reasons.map((reason) => (
          <li key={reason.code}>
            <XMarkOctagonIcon aria-hidden />
            {refusalText(text, reason)}
          </li>
        ))}
      </ul>
      {toSettings && (
        <LinkButton to="/innkreving/satser" variant="secondary">
          {answer.next.settings}
        </LinkButton>
      )}
    </>
  );
}

function Computed({ room, months, traces }: { room: ComputedRoom } & IncomeSource) {
  const { decision } = useText();
  const { room: words } = decision;
  const [all, setAll] = useState(false);
  // Under the new rules all claims share one trekk, so that none goes before ours.
  const steps = room.steps.filter(({ code }) => room.status === 'decision' || code !== 'better-priority');
  const hidden = steps.filter(({ code }) => DETAILS.has(code)).length;
  const shown = all ? steps : steps.filter(({ code }) => !DETAILS.has(code));
  return (
    <>
      <table className="figures">
        <Head />
        <tbody>
          {shown.map((step, index) => (
            // The order of the steps is the calculation itself, and the same step may come twice.
            <StepRow key={`${step.code} ${index.toString()}`} step={step} months={months} traces={traces} />
          ))}
        </tbody>
      </table>
      <p className="card-foot">
        {words.decidedBy[room.decidedBy]}{' '}
        {hidden > 0 && (
          <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.showFewer : words.showAll}
          </button>
        )}
      </p>
    </>
  );
}

function Head() {
  const { room: words } = useText().decision;
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="aksel-sr-only">{words.title}</span>
        </th>
        <th scope="col" className="number">
          {words.perMonth}
        </th>
        <th scope="col" className="source">
          {words.source}
        </th>
      </tr>
    </thead>
  );
}

function StepRow({ step, months, traces }: { step: RoomStep } & IncomeSource) {
  const text = useText();
  const { room: words } = text.decision;
  const name = stepName(text, step);
  const { amount, sign, code } = step;
  const ofIncome = code === 'gross' || code === 'withheld' || code === 'own-net';
  const shown = sign === 'minus' && amount > 0 ? oere(-amount) : amount;
  const emphasised = code === 'room' || code === 'amount';
  return (
    <tr className={emphasised ? 'sum' : DETAILS.has(code) ? 'detail' : ''}>
      <th scope="row">{name}</th>
      <td className="number">{formatKroner(shown)}</td>
      <td className="source">
        {step.rate ? (
          <RateButton rate={step.rate} />
        ) : ofIncome ? (
          <SourceButton label={words.fromIncome(months)} what={name} traces={traces} />
        ) : code === 'better-priority' ? (
          words.fromRegister
        ) : step.text ? (
          words.byHand(step.text)
        ) : null}
      </td>
    </tr>
  );
}

function stepName({ decision: { room } }: Text, step: RoomStep): string {
  const { steps } = room;
  const { code, label, age, ageClass, percent, cut } = step;
  const withCut = (name: string) => (cut ? `${name}, ${steps.cut}` : name);
  switch (code) {
    case 'gross':
      return steps.gross;
    case 'withheld':
      return steps.withheld;
    case 'own-net':
      return steps.ownNet;
    case 'other-net':
    case 'common-income':
    case 'extra':
      return label ?? '';
    case 'spouse-net':
      return steps.spouseNet;
    case 'better-priority':
      return steps.betterPriority;
    case 'livsopphold-adults':
      return steps.adults[label === 'par' ? 'par' : 'enslig'];
    case 'livsopphold-child':
      return withCut(steps.child(String(age ?? ''), ageClass ?? ''));
    case 'livsopphold-samvaer':
      return withCut(steps.samvaer(String(age ?? ''), ageClass ?? ''));
    case 'livsopphold':
      return steps.livsopphold;
    case 'boutgifter':
      return steps.boutgifter[label === 'ceiling' || label === 'undocumented' ? label : 'documented'];
    case 'need':
      return steps.need;
    case 'need-to-share':
      return steps.needToShare;
    case 'by-pool':
      return steps.byPool;
    case 'share-of-need':
      return steps.shareOfNeed(formatPercent(percent ?? 0));
    case 'by-share':
      return steps.byShare;
    case 'self-employed-cap':
      return steps.selfEmployedCap(formatPercent(percent ?? 0));
    case 'room':
      return steps.room;
    case 'amount':
      return steps.amount;
    case 'percent':
      return steps.percent(formatPercent(percent ?? 0));
  }
}

/** A rate leads to where it comes from; one that is not sure says so on its face. */
function RateButton({ rate }: { rate: UsedRate }) {
  const { room: words } = useText().decision;
  const showSource = useShowSource();
  const validity =
    rate.validFrom === null
      ? ''
      : rate.validTo === null
        ? words.validFrom(formatDate(rate.validFrom))
        : words.validity(formatDate(rate.validFrom), formatDate(rate.validTo));
  const facts = [
    { name: words.rate.name, value: rate.name },
    { name: words.rate.source, value: rate.source },
    { name: words.rate.validity, value: validity },
    { name: words.rate.confidence, value: words.confidence[rate.confidence] },
  ];
  if (rate.signedBy !== null && rate.signedAt !== null) {
    facts.push({ name: words.rate.signed, value: words.signed(rate.signedBy, formatInstant(rate.signedAt)) });
  }
  return (
    <button
      type="button"
      className="figure"
      aria-label={words.showRate(`${rate.name}, ${words.confidence[rate.confidence]}, ${validity}`)}
      onClick={() => showSource({ title: rate.name, traces: [], facts: facts.filter(({ value }) => value !== '') })}
    >
      {[words.confidence[rate.confidence], validity].filter(Boolean).join(', ')}
    </button>
  );
}

function SourceButton({ label, what, traces }: { label: string; what: string; traces: readonly Trace[] }) {
  const { information } = useText();
  const showSource = useShowSource();
  return (
    <button
      type="button"
      className="figure"
      aria-label={information.source.show(label, what)}
      onClick={() => showSource({ title: what, traces })}
    >
      {label}
    </button>
  );
}
