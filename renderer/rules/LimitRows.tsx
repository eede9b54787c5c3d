import { BodyShort } from '@navikt/ds-react';
import { limitInOere } from '../../shared/housing/limit.ts';
import { formatKroner } from '../../shared/money.ts';
import type { HousingRule, Limit } from '../../shared/rules/housingRule.ts';
import { grunnbeloepOn } from '../../shared/rules/rates.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { limitSentence } from './ruleSentences.ts';

/** The income limit of a version, each in its own unit and in kroner as of today. */
export function LimitRows({ rule: { incomeLimit } }: { rule: HousingRule }) {
  const { form, limits, view } = useText().rules;
  if (incomeLimit.kind === 'none') return <BodyShort>{limits.none}</BodyShort>;
  const rows =
    incomeLimit.kind === 'byType'
      ? [
          { who: form.alone, limit: incomeLimit.alone },
          { who: form.couple, limit: incomeLimit.couple },
        ]
      : incomeLimit.rows.map((limit, index) => ({ who: form.sizes(index + 1), limit }));
  const above = incomeLimit.kind === 'bySize' ? incomeLimit.aboveTable : null;
  return (
    <table className="figures limit-rows">
      <caption className="aksel-sr-only">{form.incomeLimit}</caption>
      <tbody>
        {rows.map(({ who, limit }) => (
          <LimitRow key={who} who={who} limit={limit} />
        ))}
        {above?.kind === 'perExtraPerson' && <LimitRow who={form.addition} limit={above.addition} />}
        {above && above.kind !== 'perExtraPerson' && (
          <tr>
            <th scope="row">{view.aboveTable}</th>
            <td colSpan={2}>{form.aboveKinds[above.kind]}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function LimitRow({ who, limit }: { who: string; limit: Limit }) {
  const text = useText();
  const { today } = useSession();
  const rate = grunnbeloepOn(today);
  return (
    <tr>
      <th scope="row">{who}</th>
      <td className="number">{limitSentence(limit, text)}</td>
      <td className="subtle number">
        {limit.unit === 'G' &&
          (rate.ok ? text.rules.limits.inKroner(formatKroner(limitInOere(limit, rate.value.g.amount))) : '')}
      </td>
    </tr>
  );
}
