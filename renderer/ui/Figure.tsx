import type { Trace } from '../../shared/housing/assessment.ts';
import { formatKroner, type Oere } from '../../shared/money.ts';
import { useText } from '../app/SessionContext.tsx';
import { useShowSource } from './SourcePanel.tsx';

interface Props {
  /** Øre; null = not known, which is never shown as a number. */
  readonly amount: Oere | null;
  /** What the figure is, for the panel's title and for people who listen. */
  readonly what: string;
  readonly traces: readonly Trace[];
  /** Shown instead of an amount that isn't known. */
  readonly missing?: string;
}

/** A figure one can ask where it comes from: dotted underline, one press. */
export function Figure({ amount, what, traces, missing = '–' }: Props) {
  const { source } = useText().information;
  const showSource = useShowSource();
  const shown = amount === null ? missing : formatKroner(amount);
  if (traces.length === 0) return <span className={amount === null ? 'missing' : ''}>{shown}</span>;
  return (
    <button
      type="button"
      className="figure"
      aria-label={source.show(shown, what)}
      onClick={() => showSource({ title: `${what}: ${shown}`, traces })}
    >
      {shown}
    </button>
  );
}
