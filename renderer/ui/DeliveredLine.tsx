import { formatInstant } from '../../shared/dates.ts';
import { fordelLabel, incomeCodeLabel } from '../../shared/income/codes.ts';
import { fieldLabel } from '../../shared/income/fieldLabel.ts';
import { incomeKinds } from '../../shared/income/model.ts';
import type { SourceLine } from '../../shared/ipc/housingCalls.ts';
import { environments } from '../../shared/session.ts';
import { useText } from '../app/SessionContext.tsx';
import { SourceFact } from './SourcePanel.tsx';

/** A month inside a text, as the main process writes periods. */
const ISO_MONTH = /(\d{4})-(\d{2})/g;

/** A whole source line as delivered, with the answer it stood in. `source`: what the source is called. */
export function DeliveredLine({ source, line }: { source: string; line: Omit<SourceLine, 'source'> }) {
  const { information, app } = useText();
  const environment = environments.find((one) => one === line.environment);
  return (
    <dl className="facts">
      <SourceFact name={information.lookups.source}>{source}</SourceFact>
      <SourceFact name={information.source.period}>{line.period.replace(ISO_MONTH, '$2.$1')}</SourceFact>
      <SourceFact name={information.source.fetchedAt}>
        {formatInstant(line.fetchedAt)}
        {environment && environment !== 'production' && ` (${app.environments[environment]})`}
      </SourceFact>
      {line.reference && (
        <SourceFact name={information.source.reference}>
          <code>{line.reference}</code>
        </SourceFact>
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
    <SourceFact name={fieldLabel(name)} title={name}>
      {yesNo ?? (label === null ? value : `${label} (${value})`)}
    </SourceFact>
  );
}
