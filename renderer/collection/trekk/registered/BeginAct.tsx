import { Button, Radio, RadioGroup, Select } from '@navikt/ds-react';
import { useState } from 'react';
import type { Attention } from '../../../../shared/utlegg/attention.ts';
import { mayBegin } from '../../../../shared/utlegg/states.ts';
import type { Trekk } from '../../../../shared/utlegg/trekk.ts';
import {
  type Avslutningsaarsak,
  avslutningsaarsaker,
  endringsaarsaker,
} from '../../../../shared/utlegg/trekkContent.ts';
import { useSession, useText } from '../../../app/SessionContext.tsx';
import { useBeginChange, useBeginEnd } from '../../../data/trekk.ts';
import { Card } from '../../../ui/Card.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { changeReasonText, endReasonText } from '../trekkText.ts';

/** Why a trekk must be ended, and the reason that is given for it. */
const endsBecause: Partial<Readonly<Record<Attention, Avslutningsaarsak>>> = {
  'ran-out': 'utloept',
  'paid-not-ended': 'innfridd',
  'transfer-to-finish': 'overfoertTilSamordnetTrekk',
};

/** What can be done with a registered trekk: change it or end it, for a reason that its state allows. What it needs is chosen beforehand. */
export function BeginAct({ trekk, attention }: { trekk: Trekk; attention: Attention | null }) {
  const text = useText();
  const { begin: words } = text.trekk;
  const { today } = useSession();
  const because = attention ? endsBecause[attention] : undefined;
  const [kind, setKind] = useState<'endre' | 'avslutt'>(because ? 'avslutt' : 'endre');
  const changes = endringsaarsaker.filter((reason) => mayBegin(trekk, { kind: 'endre', reason }, today));
  const ends = avslutningsaarsaker.filter((reason) => mayBegin(trekk, { kind: 'avslutt', reason }, today));
  const [changeReason, setChangeReason] = useState(changes[0]);
  const [endReason, setEndReason] = useState(ends.find((one) => one === because) ?? ends[0]);
  const change = useBeginChange(trekk);
  const end = useBeginEnd(trekk);
  const problem = change.error ?? end.error;
  return (
    <Card title={words.title}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (kind === 'endre' && changeReason) change.mutate(changeReason);
          if (kind === 'avslutt' && endReason) end.mutate(endReason);
        }}
      >
        <RadioGroup
          legend={words.title}
          hideLegend
          size="small"
          value={kind}
          onChange={(chosen: 'endre' | 'avslutt') => setKind(chosen)}
        >
          <div className="radio-row">
            <Radio value="endre">{words.change}</Radio>
            <Radio value="avslutt">{words.end}</Radio>
          </div>
        </RadioGroup>
        {kind === 'endre' ? (
          <Select
            label={words.reason}
            size="small"
            value={changeReason}
            onChange={({ target }) => setChangeReason(changes.find((one) => one === target.value))}
          >
            {changes.map((one) => (
              <option key={one} value={one}>
                {changeReasonText(text, one)}
              </option>
            ))}
          </Select>
        ) : (
          <Select
            label={words.reason}
            size="small"
            value={endReason}
            onChange={({ target }) => setEndReason(ends.find((one) => one === target.value))}
          >
            {ends.map((one) => (
              <option key={one} value={one}>
                {endReasonText(text, one)}
              </option>
            ))}
          </Select>
        )}
        <p className="subtle">{kind === 'endre' ? words.neverLonger : words.nothingSentYet}</p>
        <Button type="submit" size="small" loading={change.isPending || end.isPending}>
          {kind === 'endre' ? words.beginChange : words.beginEnd}
        </Button>
        {problem && <ErrorNotice error={problem.error} />}
      </form>
    </Card>
  );
}
