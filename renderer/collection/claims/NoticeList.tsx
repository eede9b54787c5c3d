import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Checkbox, CheckboxGroup } from '@navikt/ds-react';
import { formatDate } from '../../../shared/dates.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { Mistake } from '../../ui/Mistakes.tsx';
import { useAnalysis } from '../useAnalysis.ts';
import { type ClaimRow, earliestAnswerBy, fieldId, type NoticeRow, newNotice, withSentOn } from './claimsForm.ts';
import { QuietName } from './QuietName.tsx';

interface Props {
  readonly notices: readonly NoticeRow[];
  readonly claims: readonly ClaimRow[];
  readonly mistakes: readonly Mistake[];
  readonly onChange: (notices: NoticeRow[]) => void;
}

const ALL = 'all';

/** Notices that the municipality will decide utlegg: when they were sent, the day to answer by, and for which claims. */
export function NoticeList({ notices, claims, mistakes, onChange }: Props) {
  const { claims: words, collection } = useText();
  const { notices: own } = words;
  const { data: analysis } = useAnalysis();
  // Under the old rules the warning of § 4-18 sets no time to answer.
  const asksForAnswer = analysis?.regime.rules !== 'old';
  const wrong = (id: string) => mistakes.find((mistake) => mistake.fieldId === id)?.sentence;
  const change = (next: NoticeRow) => onChange(notices.map((one) => (one.id === next.id ? next : one)));
  return (
    <Card title={own.title} note={own.note}>
      {notices.length === 0 && <BodyShort>{claims.length === 0 ? own.needsClaims : own.none}</BodyShort>}
      <ul className="entries">
        {notices.map((notice, index) => {
          const name = own.notice(index + 1);
          const earliest = earliestAnswerBy(notice.sentOn);
          const tooShort =
            asksForAnswer && earliest !== null && notice.answerBy >= notice.sentOn && notice.answerBy < earliest;
          return (
            <li key={notice.id} className="entry">
              <DateField
                id={fieldId(notice.id, 'sentOn')}
                label={<QuietName label={own.sentOn} of={name} />}
                value={notice.sentOn}
                error={wrong(fieldId(notice.id, 'sentOn'))}
                onChange={(sentOn) => change(withSentOn(notice, sentOn))}
              />
              <DateField
                id={fieldId(notice.id, 'answerBy')}
                label={<QuietName label={own.answerBy} of={name} />}
                value={notice.answerBy}
                error={wrong(fieldId(notice.id, 'answerBy')) ?? (tooShort && own.tooShort(formatDate(earliest)))}
                onChange={(answerBy) => change({ ...notice, answerBy })}
              />
              <Button
                type="button"
                size="small"
                variant="tertiary"
                data-color="neutral"
                icon={<TrashIcon title={own.remove(name)} />}
                onClick={() => onChange(notices.filter(({ id }) => id !== notice.id))}
              />
              {claims.length > 1 && (
                <CheckboxGroup
                  id={fieldId(notice.id, 'claimIds')}
                  className="entry-whole"
                  legend={<QuietName label={own.claims} of={name} />}
                  size="small"
                  value={notice.claimIds ?? [ALL]}
                  error={wrong(fieldId(notice.id, 'claimIds'))}
                  onChange={(chosen: string[]) => {
                    const nowAll = chosen.includes(ALL) && notice.claimIds !== null;
                    change({ ...notice, claimIds: nowAll ? null : chosen.filter((id) => id !== ALL) });
                  }}
                >
                  <div className="radio-row">
                    <Checkbox value={ALL}>{own.all}</Checkbox>
                    {claims.map(({ id, type, reference }) => (
                      <Checkbox key={id} value={id}>
                        {words.claimName(collection.claimTypes[type], reference)}
                      </Checkbox>
                    ))}
                  </div>
                </CheckboxGroup>
              )}
            </li>
          );
        })}
      </ul>
      {claims.length > 0 && (
        <Button
          type="button"
          size="small"
          variant="tertiary"
          icon={<PlusIcon aria-hidden />}
          onClick={() => onChange([...notices, newNotice(crypto.randomUUID())])}
        >
          {own.add}
        </Button>
      )}
    </Card>
  );
}
