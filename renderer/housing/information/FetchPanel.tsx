import { BodyShort, Button, Checkbox, CheckboxGroup, ErrorMessage, Select } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addMonths, type Month, parseMonth } from '../../../shared/dates.ts';
import { newestCompleteMonth, windowMonths } from '../../../shared/housing/windows.ts';
import { memberName } from '../../../shared/text/memberName.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FetchRunning } from '../../ui/FetchRunning.tsx';
import { longMonth } from '../../ui/monthText.ts';
import { useCaseFile } from '../CaseContext.tsx';
import { useFetching } from './FetchContext.tsx';

/** As far back as a choice makes sense for the housing test. */
const MONTHS_BACK = 36;
const YEARS_BACK = 5;

/** Which months and years, is the applicant informed, and the button. */
export function FetchPanel() {
  const text = useText();
  const { fetch } = text.information;
  const { today, identityReady } = useSession();
  const caseFile = useCaseFile();
  const { running, progress, problem, start, cancel } = useFetching();
  const newest = newestCompleteMonth(today);
  const [fromMonth, setFromMonth] = useState<Month>(addMonths(newest, -11));
  const [toMonth, setToMonth] = useState<Month>(newest);
  const [years, setYears] = useState<readonly number[]>([]);

  const lookedUp = caseFile.members.filter(({ lookUp }) => lookUp).length;
  const informed = caseFile.informedHow !== null && caseFile.informedOn !== null;
  const wrongOrder = fromMonth > toMonth;
  const stops = !identityReady || !informed || lookedUp === 0 || wrongOrder;

  if (running) {
    const { done = 0, total = 0, items = [] } = progress ?? {};
    const questions = items.map(({ memberId, source, year, state }) => {
      const who = memberName(text, caseFile.members, memberId);
      return { label: `${who}: ${text.information.sources[source]} ${year ?? ''}`, state };
    });
    return <FetchRunning done={done} total={total} items={questions} onCancel={cancel} />;
  }
  const choices = windowMonths(newest, MONTHS_BACK).toReversed();
  const newestYear = Number(today.slice(0, 4)) - 1;
  return (
    <Card title={fetch.title} className="fetch-panel">
      <div className="field-row">
        <MonthSelect label={fetch.fromMonth} value={fromMonth} choices={choices} onChange={setFromMonth} />
        <MonthSelect label={fetch.toMonth} value={toMonth} choices={choices} onChange={setToMonth} />
      </div>
      <BodyShort size="small" className="subtle">
        {fetch.monthsHint(longMonth(text, newest))}
      </BodyShort>
      {wrongOrder && <ErrorMessage size="small">{fetch.wrongOrder}</ErrorMessage>}
      <CheckboxGroup
        legend={fetch.years}
        description={fetch.yearsHint}
        size="small"
        className="years"
        value={years.length === 0 ? [0] : [...years]}
        onChange={(chosen: number[]) => {
          const newestChosen = chosen.includes(0) && years.length > 0;
          setYears(newestChosen ? [] : chosen.filter((year) => year !== 0));
        }}
      >
        <div className="radio-row">
          <Checkbox value={0}>{fetch.newestYear}</Checkbox>
          {Array.from({ length: YEARS_BACK }, (_, index) => newestYear - index).map((year) => (
            <Checkbox key={year} value={year}>
              {String(year)}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      {!informed && <ErrorMessage size="small">{fetch.notInformed}</ErrorMessage>}
      {lookedUp === 0 && (
        <BodyShort size="small">
          {fetch.noMembers}{' '}
          <Link to="/sak/$caseId/husstand" params={{ caseId: caseFile.id }}>
            {text.assessment.next.toHousehold}
          </Link>
        </BodyShort>
      )}
      {problem && <ErrorNotice error={problem.error} />}
      <Button
        size="small"
        variant={caseFile.lookups.length === 0 ? 'primary' : 'secondary'}
        disabled={stops}
        onClick={() => start({ fromMonth, toMonth, years: [...years], only: null })}
      >
        {caseFile.lookups.length === 0 ? fetch.start : fetch.startAgain}
      </Button>
      {lookedUp > 0 && (
        <BodyShort size="small" className="subtle">
          {fetch.onNumber(text.assessment.table.persons(lookedUp))}
        </BodyShort>
      )}
    </Card>
  );
}

interface MonthSelectProps {
  readonly label: string;
  readonly value: Month;
  readonly choices: readonly Month[];
  readonly onChange: (month: Month) => void;
}

function MonthSelect({ label, value, choices, onChange }: MonthSelectProps) {
  const text = useText();
  return (
    <Select
      label={label}
      size="small"
      value={value}
      onChange={({ target }) => {
        const month = parseMonth(target.value);
        if (month) onChange(month);
      }}
    >
      {choices.map((month) => (
        <option key={month} value={month}>
          {longMonth(text, month)}
        </option>
      ))}
    </Select>
  );
}
