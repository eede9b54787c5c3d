import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Textarea } from '@navikt/ds-react';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { Mistake } from '../../ui/Mistakes.tsx';
import { type AnswerRow, fieldId } from './claimsForm.ts';
import { QuietName } from './QuietName.tsx';

interface Props {
  readonly answers: readonly AnswerRow[];
  readonly mistakes: readonly Mistake[];
  readonly onChange: (answers: AnswerRow[]) => void;
}

/** What the debtor has said, and when: it moves the day a fresh notice is needed. */
export function AnswerList({ answers, mistakes, onChange }: Props) {
  const { answers: own } = useText().claims;
  const change = (next: AnswerRow) => onChange(answers.map((one) => (one.id === next.id ? next : one)));
  return (
    <Card title={own.title}>
      {answers.length === 0 && <BodyShort>{own.none}</BodyShort>}
      <ul className="entries">
        {answers.map((answer, index) => {
          const name = own.answer(index + 1);
          const id = fieldId(answer.id, 'receivedOn');
          return (
            <li key={answer.id} className="entry">
              <DateField
                id={id}
                label={<QuietName label={own.receivedOn} of={name} />}
                value={answer.receivedOn}
                error={mistakes.find((mistake) => mistake.fieldId === id)?.sentence}
                onChange={(receivedOn) => change({ ...answer, receivedOn })}
              />
              <Textarea
                label={<QuietName label={own.text} of={name} />}
                size="small"
                minRows={1}
                maxRows={5}
                maxLength={4000}
                className="entry-text"
                value={answer.text}
                onChange={({ target }) => change({ ...answer, text: target.value })}
              />
              <Button
                type="button"
                size="small"
                variant="tertiary"
                data-color="neutral"
                icon={<TrashIcon title={own.remove(name)} />}
                onClick={() => onChange(answers.filter((one) => one.id !== answer.id))}
              />
            </li>
          );
        })}
      </ul>
      <Button
        type="button"
        size="small"
        variant="tertiary"
        icon={<PlusIcon aria-hidden />}
        onClick={() => onChange([...answers, { id: crypto.randomUUID(), receivedOn: '', text: '' }])}
      >
        {own.add}
      </Button>
    </Card>
  );
}
