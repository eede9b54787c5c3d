import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { formatInstant, monthOf, monthsBetween, osloDate } from '../../../shared/dates.ts';
import { fetchedMembers } from '../../../shared/housing/fetchedPeriod.ts';
import { type Lookup, type LookupState, sources } from '../../../shared/income/model.ts';
import { type ErrorCode, errorTable } from '../../../shared/ipc/errors.ts';
import { errorForCaseworker } from '../../../shared/text/errorSentence.ts';
import { memberName } from '../../../shared/text/memberName.ts';
import { monthRange } from '../../../shared/text/monthRange.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { useCaseFile } from '../CaseContext.tsx';
import { newestFetch } from '../caseProgress.ts';
import { useFetching } from './FetchContext.tsx';

/** Every answer with how it ended and when it was read; what failed can be tried again alone. */
export function LookupTable() {
  const text = useText();
  const { information, cases } = text;
  const caseFile = useCaseFile();
  const { members, lookups } = caseFile;
  const newest = newestFetch(caseFile);
  const newestTime = newest === null ? '' : formatInstant(newest);
  return (
    <Card title={information.lookups.title} note={newestTime && cases.header.fetched(newestTime)}>
      {fetchedMembers(caseFile).map(({ id }) => (
        <section
          key={id}
          className="lookups"
          aria-label={`${information.lookups.title}: ${memberName(text, members, id)}`}
        >
          <h3>{memberName(text, members, id)}</h3>
          <ul>
            {lookups
              .filter(({ memberId }) => memberId === id)
              .toSorted(
                (a, b) => sources.indexOf(a.source) - sources.indexOf(b.source) || (b.year ?? 0) - (a.year ?? 0),
              )
              .map((lookup) => (
                <LookupLine key={lookup.id} lookup={lookup} newestTime={newestTime} />
              ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}

function LookupLine({ lookup, newestTime }: { lookup: Lookup; newestTime: string }) {
  const text = useText();
  const { information, app } = text;
  const { members } = useCaseFile();
  const { running, start } = useFetching();
  const { memberId, source, state, at, errorCode, reference, fromMonth, toMonth, year } = lookup;
  const what = `${information.sources[source]} ${periodOf(lookup)}`;
  const ended = state === 'failed' || state === 'cancelled';
  const why = isErrorCode(errorCode)
    ? errorForCaseworker(text, { code: errorCode })
    : information.stateExplained[state];
  const time = formatInstant(at);
  return (
    <li data-state={state}>
      <div className="lookup-head">
        <StateIcon state={state} />
        <span>{what}</span>
        <span className="subtle">{information.states[state]}</span>
      </div>
      {time !== newestTime && <div className="subtle">{time}</div>}
      {why && <div>{why}</div>}
      {ended && reference && (
        <div className="subtle">
          {app.words.reference} <code>{reference}</code>
        </div>
      )}
      {ended && (
        <Button
          size="xsmall"
          variant="secondary"
          disabled={running}
          aria-label={information.fetch.retryPart(`${memberName(text, members, memberId)}: ${what}`)}
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

const isErrorCode = (code: string | null): code is ErrorCode => code !== null && Object.hasOwn(errorTable, code);

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
