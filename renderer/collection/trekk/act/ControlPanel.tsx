import { Textarea } from '@navikt/ds-react';
import { useEffect, useRef } from 'react';
import { useText } from '../../../app/SessionContext.tsx';
import { StatusPanel } from '../../../ui/StatusPanel.tsx';
import { useAct } from './ActContext.tsx';
import { focusField } from './fieldId.ts';
import { labelled, type Problem, withoutReason } from './problems.ts';

/** Everything that must be put right, each with a way to its field, and the warnings that go on only with a reason. Takes the focus when `attempt` grows. */
export function ControlPanel({ attempt }: { attempt: number }) {
  const { control: words } = useText().trekk;
  const { values, problems } = useAct();
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) panel.current?.focus();
  }, [attempt]);
  const errors = problems.filter(({ level }) => level === 'error');
  const refused = problems.filter(({ level }) => level === 'refused');
  const warnings = problems.filter(({ level }) => level === 'warning');
  const unreasoned = withoutReason(problems, values.reasons);
  return (
    <div ref={panel} tabIndex={-1} className="control-panel">
      {errors.length > 0 && (
        <StatusPanel tone="stop" title={words.errors(errors.length)}>
          <ProblemLinks problems={errors} />
        </StatusPanel>
      )}
      {refused.length > 0 && (
        <StatusPanel tone="judge" title={words.refused}>
          <ProblemLinks problems={refused} />
        </StatusPanel>
      )}
      {warnings.length > 0 && (
        <StatusPanel tone="judge" title={words.warnings(warnings.length)}>
          <p>{words.warningsExplained}</p>
          {byCode(warnings).map(({ code, of }) => (
            <WarningReason key={code} code={code} warnings={of} missing={attempt > 0 && unreasoned.includes(code)} />
          ))}
        </StatusPanel>
      )}
      {errors.length === 0 && warnings.length === 0 && (
        <StatusPanel tone="good" title={words.fine}>
          <p>{words.fineExplained}</p>
        </StatusPanel>
      )}
    </div>
  );
}

function ProblemLinks({ problems }: { problems: readonly Problem[] }) {
  const text = useText();
  return (
    <ul>
      {unique(problems).map((problem) => (
        <li key={`${problem.field} ${problem.sentence}`}>
          <button type="button" className="text-button" onClick={() => focusField(problem.field)}>
            {labelled(text, problem)}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ReasonProps {
  readonly code: string;
  readonly warnings: readonly Problem[];
  readonly missing: boolean;
}

function WarningReason({ code, warnings, missing }: ReasonProps) {
  const { control: words } = useText().trekk;
  const { values, change } = useAct();
  return (
    <div className="warning-reason">
      {unique(warnings).map(({ field, sentence }) => (
        <button key={`${field} ${sentence}`} type="button" className="text-button" onClick={() => focusField(field)}>
          {sentence}
        </button>
      ))}
      <Textarea
        label={words.reason(warnings[0]?.sentence ?? '')}
        hideLabel
        placeholder={words.reasonPlaceholder}
        size="small"
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={values.reasons[code] ?? ''}
        error={missing && words.reasonMissing}
        onChange={({ target }) => change({ reasons: { ...values.reasons, [code]: target.value } })}
      />
    </div>
  );
}

const unique = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(
    (one, index) =>
      problems.findIndex(({ field, sentence }) => field === one.field && sentence === one.sentence) === index,
  );

const byCode = (warnings: readonly Problem[]) =>
  [...new Set(warnings.flatMap(({ code }) => (code === null ? [] : [code])))].map((code) => ({
    code,
    of: warnings.filter((warning) => warning.code === code),
  }));
