import { BodyShort, Button } from '@navikt/ds-react';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { useText } from '../app/SessionContext.tsx';
import { useExportRules, useImportRules } from '../data/rules.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

interface Props {
  readonly mayImport: boolean;
  /** There is nothing to save. */
  readonly empty: boolean;
}

/** All versions to and from a file. What is wrong in a file is named by its field; then nothing is read in. */
export function RuleFileCard({ mayImport, empty }: Props) {
  const { file } = useText().rules;
  const announce = useAnnounce();
  const reading = useImportRules();
  const writing = useExportRules();
  const path = writing.data?.path ?? null;

  const read = () =>
    reading.mutate(undefined, {
      onSuccess: (result) => {
        if (result.state === 'imported') announce(file.imported(result.count));
        if (result.state === 'refused') announce(file.refused);
      },
    });
  const write = () =>
    writing.mutate(undefined, {
      onSuccess: (saved) => {
        if (saved.path !== null) announce(file.exported(saved.path));
      },
    });

  return (
    <Card title={file.title}>
      <div className="stack">
        <BodyShort size="small">
          {file.explained} {mayImport && file.importExplained}
        </BodyShort>
        <div className="form-buttons">
          <Button size="small" variant="secondary" disabled={empty} loading={writing.isPending} onClick={write}>
            {file.export}
          </Button>
          {mayImport && (
            <Button size="small" variant="secondary" loading={reading.isPending} onClick={read}>
              {file.import}
            </Button>
          )}
        </div>
        {path !== null && (
          <BodyShort size="small" className="made">
            {file.exported(path)}
          </BodyShort>
        )}
        {writing.error && <ErrorNotice error={writing.error.error} onRetry={write} />}
        {reading.error && <ErrorNotice error={reading.error.error} onRetry={read} />}
        {reading.data && <ImportResult result={reading.data} />}
      </div>
    </Card>
  );
}

function ImportResult({ result }: { result: CallOutput<'rules.import'> }) {
  const { file } = useText().rules;
  if (result.state === 'cancelled') return null;
  if (result.state === 'imported') return <BodyShort size="small">{file.imported(result.count)}</BodyShort>;
  return (
    <div className="file-problems">
      <BodyShort size="small" weight="semibold">
        {file.refused}
      </BodyShort>
      <BodyShort size="small">{file.refusedWhy}</BodyShort>
      <ul>
        {[...new Set(result.problems.map(({ code }) => code))].map((code) => (
          <li key={code}>
            {file.problems[code] ?? code}
            {result.problems
              .filter((problem) => problem.code === code && problem.field !== '')
              .map(({ field }) => (
                <code key={field} className="file-field">
                  {field}
                </code>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
