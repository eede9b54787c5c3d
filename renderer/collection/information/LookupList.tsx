import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { formatInstant, monthsBetween } from '../../../shared/dates.ts';
import { type DebtorLookup, debtorSources } from '../../../shared/garnishment/debtorLookup.ts';
import type { LookupState } from '../../../shared/income/model.ts';
import { type ErrorCode, errorTable } from '../../../shared/ipc/errors.ts';
import { errorForCaseworker } from '../../../shared/text/errorSentence.ts';
import { monthRange } from '../../../shared/text/monthRange.ts';
import type { Text } from '../../../shared/text/text.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useDebtor } from '../DebtorContext.tsx';
import { newestAnswer } from '../debtorProgress.ts';
import { useAnalysis } from '../useAnalysis.ts';
import { useFetching } from './FetchContext.tsx';

/** Every answer with how it ended; what failed can be asked about again alone. */
export function LookupList() {
  const { information, debtorInformation, collection } = useText();
  const debtor = useDebtor();
  const { data: analysis } = useAnalysis();
  const { problem, start } = useFetching();
  const newest = newestAnswer(debtor);
  const missing = analysis?.sourcesToFetch ?? [];
  return (
    <Card
      title={information.lookups.title}
      note={newest !== null && collection.header.fetched(formatInstant(newest))}
      className="lookups"
    >
      {problem && <ErrorNotice error={problem.error} />}
      <ul aria-label={information.lookups.title}>
        {debtor.lookups
          .toSorted((a, b) => debtorSources.indexOf(a.source) - debtorSources.indexOf(b.source))
          .map((lookup) => (
            <LookupLine key={lookup.id} lookup={lookup} newestTime={newest === null ? '' : formatInstant(newest)} />
          ))}
      </ul>
      <div className="form-buttons">
        {missing.length > 0 && (
          <Button size="small" onClick={() => start(missing)}>
            {debtorInformation.fetch.retryFailed}
          </Button>
        )}
        <Button size="small" variant="secondary" onClick={() => start(null)}>
          {debtorInformation.fetch.startAgain}
        </Button>
      </div>
    </Card>
  );
}

function LookupLine({ lookup, newestTime }: { lookup: DebtorLookup; newestTime: string }) {
  const text = useText();
  const { debtorInformation, app } = text;
  const { start } = useFetching();
  const { source, state, at, errorCode, reference } = lookup;
  const what = `${debtorInformation.sources[source]} ${periodOf(lookup)}`.trim();
  const ended = state === 'failed' || state === 'cancelled';
  const time = formatInstant(at);
  const why = ended && isErrorCode(errorCode) ? errorForCaseworker(text, { code: errorCode }) : null;
  return (
    <li data-state={state}>
      <div className="lookup-head">
        <StateIcon state={state} />
        <span>{what}</span>
        <span className="subtle">{answerOf(text, lookup)}</span>
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
          aria-label={`${app.words.retry}: ${what}`}
          onClick={() => start([source])}
        >
          {app.words.retry}
        </Button>
      )}
    </li>
  );
}

const isErrorCode = (code: string | null): code is ErrorCode => code !== null && Object.hasOwn(errorTable, code);

/** In two or three words what the source answered. */
function answerOf({ information, debtorInformation: { states, trekk } }: Text, lookup: DebtorLookup): string {
  if (lookup.source === 'samordnetTrekk' && lookup.newRules !== null) {
    return lookup.newRules ? states.newRules : states.oldRules;
  }
  if (lookup.source === 'utlegg' && lookup.utlegg) {
    const { entries, unread } = lookup.utlegg;
    if (unread.length > 0) return trekk.unread(unread.length);
    return entries.length === 0 ? states.noTrekk : information.states.delivered;
  }
  return information.states[lookup.state];
}

function periodOf(lookup: DebtorLookup): string {
  if (lookup.source === 'samordnetTrekk' || lookup.source === 'utlegg') return '';
  const { fromMonth, toMonth, year } = lookup;
  return fromMonth !== null && toMonth !== null
    ? monthRange(monthsBetween(fromMonth, toMonth))
    : (year?.toString() ?? '');
}

function StateIcon({ state }: { state: LookupState }) {
  if (state === 'delivered') return <CheckmarkCircleIcon aria-hidden />;
  return state === 'failed' || state === 'cancelled' ? (
    <XMarkOctagonIcon aria-hidden />
  ) : (
    <ExclamationmarkTriangleIcon aria-hidden />
  );
}
