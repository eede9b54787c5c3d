import { CheckmarkCircleIcon, MinusCircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { BodyShort, Button } from '@navikt/ds-react';
import { useRef } from 'react';
import { formatInstant } from '../../shared/dates.ts';
import { type ConnectionTest, connectionStepNames, type SetupStatus } from '../../shared/ipc/setupCalls.ts';
import { errorForIt } from '../../shared/text/errorSentence.ts';
import { useText } from '../app/SessionContext.tsx';
import type { useTestConnection } from '../data/setup.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Card } from '../ui/Card.tsx';
import { CopyText } from '../ui/CopyText.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

type Step = ConnectionTest['steps'][number];

const icons = {
  ok: CheckmarkCircleIcon,
  failed: XMarkOctagonIcon,
  skipped: MinusCircleIcon,
} as const satisfies Record<Step['state'], unknown>;

interface Props {
  readonly status: SetupStatus;
  readonly test: ReturnType<typeof useTestConnection>;
  /** The newest result for the set-up as it is now. */
  readonly result: ConnectionTest | null;
  /** Testing is the next thing to do. */
  readonly primary: boolean;
}

/** «Test tilkoblingen»: step by step what a lookup needs, and for IT what to do about what failed. */
export function ConnectionCard({ status, test, result, primary }: Props) {
  const { setup } = useText();
  const words = setup.connection;
  const announce = useAnnounce();
  const running = useRef<AbortController>(null);
  const { error, isPending } = test;

  const start = () => {
    running.current = new AbortController();
    test.mutate({ signal: running.current.signal, status }, { onSuccess: ({ steps }) => announce(summary(steps)) });
  };
  const summary = (steps: readonly Step[]): string => {
    const failed = steps.filter(({ state }) => state === 'failed').length;
    if (failed > 0) return words.someFailed(failed);
    return steps.every(({ state }) => state === 'ok') ? words.allWell : words.notAll;
  };

  return (
    <Card title={words.title} note={result && words.at(formatInstant(result.at))}>
      <div className="stack">
        {!result && !isPending && <BodyShort size="small">{words.explained}</BodyShort>}
        {isPending && <BodyShort role="status">{words.testing}</BodyShort>}
        {result && !isPending && (
          <ol className="connection-steps">
            {result.steps.map((step) => (
              <ConnectionStep key={step.name} step={step} />
            ))}
          </ol>
        )}
        {isPending && (
          <ol className="connection-steps">
            {connectionStepNames.map((name) => (
              <li key={name} data-state="skipped">
                <MinusCircleIcon aria-hidden />
                <span>{words.steps[name]}</span>
              </li>
            ))}
          </ol>
        )}
        {error && error.error.code !== 'cancelled' && <ErrorNotice error={error.error} />}
        <div className="form-buttons">
          {isPending ? (
            <Button type="button" size="small" variant="secondary" onClick={() => running.current?.abort()}>
              {words.cancel}
            </Button>
          ) : (
            <Button type="button" size="small" variant={primary ? 'primary' : 'secondary'} onClick={start}>
              {result ? words.testAgain : words.test}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

function ConnectionStep({ step: { name, state, milliseconds, error } }: { step: Step }) {
  const text = useText();
  const words = text.setup.connection;
  const Icon = icons[state];
  return (
    <li data-state={state}>
      <Icon aria-hidden />
      <span>
        {words.steps[name]}: {words.states[state]}
      </span>
      {milliseconds !== null && <span className="step-time">{words.milliseconds(milliseconds)}</span>}
      {error && (
        <div className="step-error">
          <BodyShort size="small">{errorForIt(text, error)}</BodyShort>
          <BodyShort size="small" as="div" className="copyable">
            <span>
              {text.app.words.reference}: <code>{error.reference}</code>
            </span>
            <CopyText text={error.reference} label={words.copyReference(error.reference)} />
          </BodyShort>
        </div>
      )}
    </li>
  );
}
