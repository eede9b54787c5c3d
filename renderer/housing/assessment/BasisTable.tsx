import type { Assessment, BasisResult, MemberOnBasis } from '../../../shared/housing/assessment.ts';
import type { Member } from '../../../shared/housing/caseFile.ts';
import { formatKroner } from '../../../shared/money.ts';
import {
  basisHeading,
  basisInSentence,
  formatG,
  type SentenceContext,
} from '../../../shared/text/assessmentSentences.ts';
import { memberName } from '../../../shared/text/memberName.ts';
import { Card } from '../../ui/Card.tsx';
import { Figure } from '../../ui/Figure.tsx';

interface Props {
  readonly assessment: Assessment;
  readonly members: readonly Member[];
  readonly context: SentenceContext;
}

/** What each member and the household has per year on every basis, against the limit. */
export function BasisTable({ assessment, members, context }: Props) {
  const { text } = context;
  const { table } = text.assessment;
  const { bases } = assessment;
  return (
    <Card title={table.title} note={table.note}>
      <div className="scroll-x">
        <table className="figures">
          <thead>
            <tr>
              <td />
              {bases.map(({ basis }) => (
                <th key={basis} scope="col" className="number">
                  {basisHeading(context, basis)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map(({ id, maskedId }) => (
              <tr key={id}>
                <th scope="row">
                  {memberName(text, members, id)}
                  {maskedId && <span className="subtle"> · {maskedId}</span>}
                </th>
                {bases.map((result) => (
                  <td key={result.basis} className="number">
                    <MemberFigure result={result} memberId={id} context={context} />
                  </td>
                ))}
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{table.household}</th>
              {bases.map(({ basis, annual }) => (
                <td key={basis} className="number">
                  {annual === null ? <span className="missing">{table.cannot}</span> : formatKroner(annual)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{limitLabel(assessment, context)}</th>
              {bases.map(({ basis, limit, verdict }) => (
                <td key={basis} className="number">
                  {limit === null ? (
                    <span className="missing">{verdict === 'noLimit' ? table.noLimit : table.cannot}</span>
                  ) : (
                    formatKroner(limit)
                  )}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{table.margin}</th>
              {bases.map((result) => (
                <td key={result.basis} className="number">
                  <Margin result={result} context={context} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  );
}

interface MemberFigureProps {
  readonly result: BasisResult;
  readonly memberId: string;
  readonly context: SentenceContext;
}

function MemberFigure({ result, memberId, context }: MemberFigureProps) {
  const { text, members } = context;
  const { table } = text.assessment;
  const member = result.members.find((one) => one.memberId === memberId);
  if (!member?.counted) {
    return (
      <span className="missing">{member?.notCountedBecause ? table.notCounted[member.notCountedBecause] : '–'}</span>
    );
  }
  return (
    <Figure
      amount={member.annual}
      what={`${memberName(text, members, memberId)}, ${basisInSentence(context, result.basis)}`}
      traces={tracesOf(member)}
      missing={table.cannot}
    />
  );
}

const tracesOf = ({ lines }: MemberOnBasis) =>
  lines.filter(({ treatment }) => treatment === 'include').flatMap(({ traces }) => traces);

function Margin({ result: { margin, verdict }, context: { text } }: { result: BasisResult; context: SentenceContext }) {
  if (margin === null) return <span className="missing">–</span>;
  return (
    <span className="margin" data-verdict={verdict}>
      {formatKroner(margin)} <span className="margin-word">{text.assessment.verdicts[verdict]}</span>
    </span>
  );
}

function limitLabel({ steps, g, householdSize }: Assessment, { text }: SentenceContext): string {
  const { table } = text.assessment;
  const persons = table.persons(householdSize);
  const factor = steps.find(({ code }) => code === 'limit')?.factor;
  return factor === undefined || !g
    ? table.limit(persons)
    : table.limitInG(persons, formatG(factor), formatKroner(g.amount));
}
