import { Button, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate, formatInstant } from '../../../shared/dates.ts';
import { missingLetters, neededLetters } from '../../../shared/utlegg/letters.ts';
import type { Trekk, TrekkLetter } from '../../../shared/utlegg/trekk.ts';
import { type Kanal, kanaler } from '../../../shared/utlegg/trekkContent.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { collectionSetupQuery } from '../../data/collectionSetup.ts';
import { useMakeLetter, useRecordLetter } from '../../data/trekk.ts';
import { Card } from '../../ui/Card.tsx';
import { DateField, dateIn } from '../../ui/DateField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';

/** The letters that were made, with how and when they went out. Those an act lacks are made where it says that it lacks them. */
export function LettersCard({ trekk }: { trekk: Trekk }) {
  const { letters: words } = useText().trekk;
  const make = useMakeLetter(trekk);
  const checked = trekk.act?.state === 'kontrollert';
  const missing = missingLetters(trekk);
  const again = trekk.act
    ? neededLetters(trekk.act.what, trekk.registered).filter((kind) => !missing.includes(kind))
    : [];
  return (
    <Card title={words.title}>
      {trekk.act === null && trekk.letters.some(({ sent }) => sent === null) && <p>{words.toSend}</p>}
      {trekk.letters.length === 0 && <p className="subtle">{words.none}</p>}
      <ul className="letter-list">
        {trekk.letters.map((letter) => (
          <LetterLine key={letter.id} trekk={trekk} letter={letter} />
        ))}
      </ul>
      {checked && again.length > 0 && (
        <div className="letter-buttons">
          {again.map((kind) => (
            <Button
              key={kind}
              type="button"
              size="small"
              variant="tertiary"
              loading={make.isPending && make.variables === kind}
              onClick={() => make.mutate(kind)}
            >
              {words.makeAgain[kind]}
            </Button>
          ))}
        </div>
      )}
      {make.error && <ErrorNotice error={make.error.error} />}
    </Card>
  );
}

function LetterLine({ trekk, letter }: { trekk: Trekk; letter: TrekkLetter }) {
  const { letters: words, kanaler: names } = useText().trekk;
  const [open, setOpen] = useState(false);
  return (
    <li>
      <strong>{words.kinds[letter.kind]}</strong>{' '}
      <span className="subtle">{words.made(formatInstant(letter.madeAt), letter.madeBy)}</span>
      {letter.sent ? (
        <p>{words.sent(formatDate(letter.sent.on), names[letter.sent.channel])}</p>
      ) : open ? (
        <SentForm trekk={trekk} letter={letter} onDone={() => setOpen(false)} />
      ) : (
        <p>
          <em className="missing">{words.notSent}</em>{' '}
          <button type="button" className="text-button" onClick={() => setOpen(true)}>
            {words.record}
          </button>
        </p>
      )}
    </li>
  );
}

function SentForm({ trekk, letter, onDone }: { trekk: Trekk; letter: TrekkLetter; onDone: () => void }) {
  const { app, trekk: text } = useText();
  const { letters: words, kanaler: names, misread } = text;
  const { today } = useSession();
  const record = useRecordLetter(trekk);
  const [on, setOn] = useState<string>(today);
  const { data: setup } = useQuery(collectionSetupQuery);
  const [chosen, setChosen] = useState<Kanal | null>(null);
  const channel = chosen ?? setup?.settings.correspondence.channel ?? 'brev';
  const [tried, setTried] = useState(false);
  const date = dateIn(on);
  return (
    <form
      className="sent-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (date) record.mutate({ letterId: letter.id, on: date, channel }, { onSuccess: onDone });
      }}
    >
      <div className="field-row">
        <DateField label={words.sentOn} value={on} onChange={setOn} error={tried && !date && misread.date} />
        <Select
          label={words.channel}
          size="small"
          value={channel}
          onChange={({ target }) => setChosen(kanaler.find((one) => one === target.value) ?? null)}
        >
          {kanaler.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </Select>
      </div>
      <div className="letter-buttons">
        <Button type="submit" size="small" variant="secondary" loading={record.isPending}>
          {words.recordIt}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={onDone}>
          {app.words.cancel}
        </Button>
      </div>
      {record.error && <ErrorNotice error={record.error.error} />}
    </form>
  );
}
