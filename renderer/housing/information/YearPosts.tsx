import { ReadMore } from '@navikt/ds-react';
import { formatDate } from '../../../shared/dates.ts';
import { fieldLabel } from '../../../shared/income/fieldLabel.ts';
import type { Lookup, TaxPost } from '../../../shared/income/model.ts';
import { type YearLine, yearTable } from '../../../shared/income/yearTable.ts';
import type { Text } from '../../../shared/text/text.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { Figure } from '../../ui/Figure.tsx';

/** One member's tax year: posts by what they are about, with their specifications. */
export function YearPosts({ lookup, member }: { lookup: Lookup; member: string }) {
  const { information } = useText();
  const { tax } = lookup;
  if (!tax) return null;
  const { groups } = yearTable(tax, lookup.id);
  const settled =
    tax.skatteoppgjoersdato === null
      ? information.year.noDate
      : information.year.settled(formatDate(tax.skatteoppgjoersdato));
  return (
    <Card title={`${information.year.title(tax.year)}: ${member}`} note={`${settled} · ${information.year.note}`}>
      {groups.length === 0 && <p>{information.year.noPosts}</p>}
      <div className="year-groups">
        {groups.map(({ group, lines }) => (
          <table key={group} className="figures">
            <caption>{information.groups[group]}</caption>
            <thead className="aksel-sr-only">
              <tr>
                <th scope="col">{information.year.post}</th>
                <th scope="col">{information.year.amount}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <PostRow key={line.post.ref} line={line} />
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Card>
  );
}

function PostRow({ line: { post, trace } }: { line: YearLine }) {
  const text = useText();
  const { information } = text;
  const name = postName(text, post);
  return (
    <tr>
      <th scope="row">
        {name}
        {post.spesifisering.length > 0 && (
          <ReadMore
            size="small"
            header={information.year.specification}
            aria-label={information.year.showSpecification(name)}
          >
            {post.spesifisering.map(({ ref, fields }) => (
              <dl key={ref} className="facts">
                {fields.map((field) => (
                  <Field key={field.name} name={field.name} value={String(field.value)} />
                ))}
              </dl>
            ))}
          </ReadMore>
        )}
      </th>
      <td className="number">
        <Figure amount={post.amount} what={name} traces={[trace]} missing={information.months.notDelivered} />
      </td>
    </tr>
  );
}

const Field = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{fieldLabel(name)}</dt>
    <dd>{value}</dd>
  </>
);

/** The post as its year's list calls it, with what must be known about it: not in the list, or of another part than the mainland. */
function postName({ information }: Text, { label, tekniskNavn, known, part }: TaxPost): string {
  const marks = [known ? '' : information.year.unknownCode, information.parts[part]].filter(Boolean);
  const name = label ?? fieldLabel(tekniskNavn);
  return marks.length === 0 ? name : `${name} (${marks.join(', ')})`;
}
