import { BodyShort, Dialog, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useState } from 'react';
import { formatInstant } from '../../shared/dates.ts';
import type { Trace } from '../../shared/housing/assessment.ts';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import { fordelLabel, incomeCodeLabel } from '../../shared/income/codes.ts';
import { fieldLabel } from '../../shared/income/fieldLabel.ts';
import { incomeKinds } from '../../shared/income/model.ts';
import { formatKroner } from '../../shared/money.ts';
import { environments } from '../../shared/session.ts';
import { useText } from '../app/SessionContext.tsx';
import { caseQueries } from '../data/cases.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

/** A month inside a text, as the main process writes periods. */
const ISO_MONTH = /(\d{4})-(\d{2})/g;

interface Shown {
  readonly title: string;
  readonly traces: readonly Trace[];
}

const ShowSourceContext = createContext<(shown: Shown) => void>(() => undefined);

/** A function that shows where a figure comes from. Only below `SourcePanel`. */
export const useShowSource = (): ((shown: Shown) => void) => use(ShowSourceContext);

/** Gives the figures below it a panel at the side with the source lines they are made of. Focus goes back to the figure when it is closed. */
export function SourcePanel({ caseFile, children }: { caseFile: CaseFile; children: ReactNode }) {
  const { information } = useText();
  const [shown, setShown] = useState<Shown | null>(null);
  return (
    <ShowSourceContext value={setShown}>
      {children}
      <Dialog open={shown !== null} onOpenChange={(open) => !open && setShown(null)} size="small">
        <Dialog.Popup position="right" width="medium" aria-label={information.source.title}>
          <Dialog.Header>
            <Dialog.Title>{information.source.title}</Dialog.Title>
            <Dialog.Description>{shown?.title}</Dialog.Description>
          </Dialog.Header>
          <Dialog.Body>{shown && <Lines caseFile={caseFile} traces={shown.traces} />}</Dialog.Body>
        </Dialog.Popup>
      </Dialog>
    </ShowSourceContext>
  );
}

function Lines({ caseFile, traces }: { caseFile: CaseFile; traces: readonly Trace[] }) {
  const { source } = useText().information;
  return (
    <>
      <BodyShort size="small" spacing>
        {source.intro(traces.length)}
      </BodyShort>
      <ol className="source-lines">
        {traces.map((trace, index) => (
          <li key={JSON.stringify(trace)}>
            {traces.length > 1 && <h3>{source.line(index + 1, traces.length)}</h3>}
            {trace.kind === 'manual' ? (
              <ManualLine caseFile={caseFile} memberId={trace.memberId} postId={trace.postId} />
            ) : (
              <DeliveredLine caseFile={caseFile} trace={trace} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function DeliveredLine({ caseFile, trace }: { caseFile: CaseFile; trace: Trace }) {
  const { information, app } = useText();
  const { data: line, error } = useQuery(caseQueries.sourceLine(caseFile, trace));
  if (error) return <ErrorNotice error={error.error} />;
  if (!line) return <Loader size="small" title={app.words.loading} />;
  const environment = environments.find((one) => one === line.environment);
  return (
    <dl className="facts">
      <dt>{information.lookups.source}</dt>
      <dd>{information.sources[line.source]}</dd>
      <dt>{information.source.period}</dt>
      <dd>{line.period.replace(ISO_MONTH, '$2.$1')}</dd>
      <dt>{information.source.fetchedAt}</dt>
      <dd>
        {formatInstant(line.fetchedAt)}
        {environment && environment !== 'production' && ` (${app.environments[environment]})`}
      </dd>
      {line.reference && (
        <>
          <dt>{information.source.reference}</dt>
          <dd>
            <code>{line.reference}</code>
          </dd>
        </>
      )}
      {line.fields.map(({ name, value }) => (
        <Field key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

/** One field as delivered; a code gets its text beside it. */
function Field({ name, value }: { name: string; value: string }) {
  const { app } = useText();
  const [kindName, last] = name.split('.');
  const kind = incomeKinds.find((one) => one === kindName);
  const label = kind && last === 'beskrivelse' ? incomeCodeLabel(kind, value) : fordelLabel(value);
  const yesNo = value === 'true' ? app.words.yes : value === 'false' ? app.words.no : null;
  return (
    <>
      <dt title={name}>{fieldLabel(name)}</dt>
      <dd>{yesNo ?? (label === null ? value : `${label} (${value})`)}</dd>
    </>
  );
}

function ManualLine({ caseFile, memberId, postId }: { caseFile: CaseFile; memberId: string; postId: string }) {
  const { household, information } = useText();
  const post = caseFile.members.find(({ id }) => id === memberId)?.manualPosts.find(({ id }) => id === postId);
  if (!post) return null;
  return (
    <dl className="facts">
      <dt>{information.source.manual}</dt>
      <dd>{post.text}</dd>
      <dt>{information.source.manualSource}</dt>
      <dd>{post.source}</dd>
      <dt>{household.manual.amount}</dt>
      <dd>{formatKroner(post.amountPerYear)}</dd>
    </dl>
  );
}
