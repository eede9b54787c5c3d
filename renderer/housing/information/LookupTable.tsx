import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { formatInstant, monthOf, monthsBetween, osloDate } from '../../../shared/dates.ts';
import type { Lookup, LookupState } from '../../../shared/income/model.ts';
import { type ErrorCode, errorTable } from '../../../shared/ipc/errors.ts';
import { errorForCaseworker } from '../../../shared/text/errorSentence.ts';
import { memberName } from '../../../shared/text/memberName.ts';
import { monthRange } from '../../../shared/text/monthRange.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { useCaseFile } from '../CaseContext.tsx';
import { useFetching } from './FetchContext.tsx';

const isErrorCode = (code: string | null): code is ErrorCode => code !== null && Object.hasOwn(errorTable, code);

/** Every answer with how it ended and when it was read; what failed can be tried again alone. */
export function LookupTable() {
  const { information } = useText();
  const { lookups } = useCaseFile();
  return (
    <Card title={information.lookups.title}>
      <ul className="lookups" aria-label={information.lookups.caption}>
        {lookups.map((lookup) => (
          <LookupLine key={lookup.id} lookup={lookup} />
        ))}
      </ul>
    </Card>
  );
}

function LookupLine({ lookup }: { lookup: Lookup }) {
  const text = useText();
  const { information, app } = text;
  const { members } = useCaseFile();
  const { running, start } = useFetching();
  const { memberId, source, state, at, errorCode, reference, fromMonth, toMonth, year } = lookup;
  const what = `${memberName(text, members, memberId)}: ${information.sources[source]} ${periodOf(lookup)}`;
  const ended = state === 'failed' || state === 'cancelled';
  const why = isErrorCode(errorCode)
    ? errorForCaseworker(text, { code: errorCode })
    : information.stateExplained[state];
  return (
    <li data-state={state}>
      <div className="lookup-head">
        <StateIcon state={state} />
        <span>{what}</span>
      </div>
      <div className="subtle">
        {information.states[state]} {formatInstant(at)}
        {ended && reference && ` · ${app.words.reference} ${reference}`}
      </div>
      {why && <div className="lookup-why">{why}</div>}
      {ended && (
        <Button
          size="xsmall"
          variant="secondary"
          disabled={running}
          aria-label={information.fetch.retryPart(what)}
          onClick={() =>
            start({
              // The tax sources need no months; the contract wants some, and this month is as good as any.
              fromMonth: fromMonth ?? monthOf(osloDate(at)),
              toMonth: toMonth ?? monthOf(osloDate(at)),
              years: [],
              only: [{ memberId, source, year }],
            })
          }
        >
          {app.words.retry}
        </Button>
      )}
    </li>
  );
}

const periodOf = ({ fromMonth, toMonth, year }: Lookup): string =>
  fromMonth !== null && toMonth !== null ? monthRange(monthsBetween(fromMonth, toMonth)) : (year?.toString() ?? '');

function StateIcon({ state }: { state: LookupState }) {
  if (state === 'delivered') return <CheckmarkCircleIcon aria-hidden />;
  return state === 'failed' || state === 'cancelled' ? (
    <XMarkOctagonIcon aria-hidden />
  ) : (
    <ExclamationmarkTriangleIcon aria-hidden />
  );
}
