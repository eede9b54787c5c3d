import { PencilIcon, PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useEffect, useState } from 'react';
import { formatDate, parseIsoDate } from '../../../../shared/dates.ts';
import { formatKroner, type Oere, sum } from '../../../../shared/money.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { typedAmount } from '../../../ui/typedAmount.ts';
import { useAct } from './ActContext.tsx';
import { ClaimFields } from './ClaimFields.tsx';
import { type ClaimRow, emptyClaim, withoutClaim, withReference } from './claimRows.ts';
import { GroupProblems } from './GroupProblems.tsx';
import { hasProblemIn } from './problems.ts';

/** The claims as a table; a claim is opened to be changed, and opens itself when something is wrong with it. */
export function ClaimsCard() {
  const { claims: words } = useText().trekk;
  const {
    values: { claims },
    problems,
    change,
  } = useAct();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const wrong = claims.flatMap(({ id }, index) => (hasProblemIn(problems, `claims.${index}`) ? [id] : []));
  const wrongNow = wrong.join();
  // Stays open when it has been put right: one may still be typing in it.
  useEffect(() => {
    const ids = wrongNow.split(',').filter(Boolean);
    if (ids.length > 0) setOpened((before) => [...new Set([...before, ...ids])]);
  }, [wrongNow]);
  const amountOf = (name: 'original' | 'remaining'): Oere =>
    sum(claims.map((row) => typedAmount(row[name]) ?? (0 as Oere)));
  return (
    <Card title={words.title} note={words.note}>
      <GroupProblems path="claims" />
      <div className="scroll-x">
        <table className="figures claims-table">
          <thead>
            <tr>
              <th scope="col">{words.claim}</th>
              <th scope="col">{words.due}</th>
              <th scope="col" className="number">
                {words.original}
              </th>
              <th scope="col" className="number">
                {words.remaining}
              </th>
              <th scope="col">{words.letter}</th>
              <th scope="col">{words.order}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {claims.map((row, index) => (
              <ClaimRows
                key={row.id}
                row={row}
                index={index}
                open={opened.includes(row.id)}
                onToggle={() =>
                  setOpened(opened.includes(row.id) ? opened.filter((one) => one !== row.id) : [...opened, row.id])
                }
                onChange={(next) =>
                  change({
                    claims: withReference(claims, index, next.reference).map((one, at) => (at === index ? next : one)),
                  })
                }
                onRemove={() => change({ claims: withoutClaim(claims, index) })}
              />
            ))}
            {claims.length > 1 && (
              <tr className="sum">
                <th scope="row" colSpan={2}>
                  {words.sum}
                </th>
                <td className="number">{formatKroner(amountOf('original'))}</td>
                <td className="number">{formatKroner(amountOf('remaining'))}</td>
                <td colSpan={3} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <Button
        type="button"
        size="small"
        variant="tertiary"
        icon={<PlusIcon aria-hidden />}
        onClick={() => {
          const id = crypto.randomUUID();
          setOpened([...opened, id]);
          change({ claims: [...claims, { ...emptyClaim, id }] });
        }}
      >
        {words.add}
      </Button>
    </Card>
  );
}

interface RowProps {
  readonly row: ClaimRow;
  readonly index: number;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onChange: (row: ClaimRow) => void;
  readonly onRemove: () => void;
}

function ClaimRows({ row, index, open, onToggle, onChange, onRemove }: RowProps) {
  const { trekk, trekkRules } = useText();
  const { claims: words } = trekk;
  const name = words.claimNumber(index + 1);
  const due = parseIsoDate(row.due);
  return (
    <>
      <tr>
        <th scope="row">
          {trekkRules.claimTypes[row.type]} <span className="subtle">{row.reference}</span>
          {row.detail !== 'Hovedkrav' && <span className="subtle"> · {trekkRules.claimDetails[row.detail]}</span>}
        </th>
        <td>{due ? formatDate(due) : ''}</td>
        <td className="number">{shownAmount(row.original)}</td>
        <td className="number">{shownAmount(row.remaining)}</td>
        <td>{row.letter === '' ? <em className="missing">{words.noLetter}</em> : row.letter}</td>
        <td>{row.order}</td>
        <td className="number">
          <Button
            type="button"
            size="xsmall"
            variant="tertiary"
            aria-expanded={open}
            icon={<PencilIcon title={open ? words.close(name) : words.edit(name)} />}
            onClick={onToggle}
          />
        </td>
      </tr>
      {open && (
        <tr className="claim-editor">
          <td colSpan={7}>
            <ClaimFields row={row} index={index} name={name} onChange={onChange} onRemove={onRemove} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What is typed, grouped when it is an amount. */
function shownAmount(typed: string): string {
  const amount = typedAmount(typed);
  return amount === null ? typed : formatKroner(amount);
}
