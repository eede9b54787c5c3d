import { BodyShort } from '@navikt/ds-react';
import { formatDate } from '../../shared/dates.ts';
import { formatKroner, kroner } from '../../shared/money.ts';
import { Confidence } from '../../shared/rules/housingRule.ts';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import type { RuleList } from './RulesPage.tsx';
import { validitySentence } from './ruleSentences.ts';

/** Every G the program has, with when it could first be used and where it comes from. */
export function GrunnbeloepCard({ rows }: { rows: RuleList['grunnbeloep'] }) {
  const text = useText();
  const { g } = text.rules;
  return (
    <Card title={g.title} note={g.note}>
      <BodyShort size="small" spacing>
        {g.explained}
      </BodyShort>
      <section className="scroll-x" aria-label={g.caption}>
        <table className="figures">
          <caption className="aksel-sr-only">{g.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{g.columns.validity}</th>
              <th scope="col" className="number">
                {g.columns.amount}
              </th>
              <th scope="col">{g.columns.knownFrom}</th>
              <th scope="col">{g.columns.confidence}</th>
            </tr>
          </thead>
          <tbody>
            {rows
              .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))
              .map((row) => (
                <tr key={row.validFrom}>
                  <th scope="row" className="nowrap">
                    {validitySentence(row, text)}
                  </th>
                  <td className="number">{formatKroner(kroner(row.amountKroner))}</td>
                  <td>{formatDate(row.knownFrom)}</td>
                  <td>{confidenceWords(row.confidence, text.assessment.confidences)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      <ul className="g-sources">
        {[...new Set(rows.map(({ source }) => source))].map((source) => (
          <li key={source}>{g.source(yearsWith(source, rows), source)}</li>
        ))}
      </ul>
    </Card>
  );
}

function confidenceWords(confidence: string, words: Readonly<Record<Confidence, string>>): string {
  const known = Confidence.safeParse(confidence);
  return known.success ? words[known.data] : confidence;
}

const yearsWith = (source: string, rows: RuleList['grunnbeloep']): string =>
  rows
    .filter((row) => row.source === source)
    .map(({ validFrom }) => validFrom.slice(0, 4))
    .join(', ');
