import { BodyShort, Dialog } from '@navikt/ds-react';
import { createContext, type ReactNode, use, useState } from 'react';
import type { Trace } from '../../shared/housing/assessment.ts';
import { useText } from '../app/SessionContext.tsx';

interface Shown {
  readonly title: string;
  readonly traces: readonly Trace[];
  /** What is known of a figure that comes from no answer, such as a rate. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
}

const ShowSourceContext = createContext<(shown: Shown) => void>(() => undefined);

/** A function that shows where a figure comes from. Only below `SourcePanel`. */
export const useShowSource = (): ((shown: Shown) => void) => use(ShowSourceContext);

interface Props {
  /** Shows one source line of the open case. */
  readonly line: (trace: Trace) => ReactNode;
  readonly children: ReactNode;
}

/** Gives the figures below it a panel at the side with the source lines they are made of. Focus goes back to the figure when it is closed. */
export function SourcePanel({ line, children }: Props) {
  const { source } = useText().information;
  const [shown, setShown] = useState<Shown | null>(null);
  const { traces = [], facts = [] } = shown ?? {};
  return (
    <ShowSourceContext value={setShown}>
      {children}
      <Dialog open={shown !== null} onOpenChange={(open) => !open && setShown(null)} size="small">
        <Dialog.Popup position="right" width="medium" aria-label={source.title}>
          <Dialog.Header>
            <Dialog.Title>{source.title}</Dialog.Title>
            <Dialog.Description>{shown?.title}</Dialog.Description>
          </Dialog.Header>
          <Dialog.Body tabIndex={0}>
            {facts.length > 0 && (
              <dl className="facts">
                {facts.map(({ name, value }) => (
                  <SourceFact key={name} name={name}>
                    {value}
                  </SourceFact>
                ))}
              </dl>
            )}
            {traces.length > 0 && (
              <BodyShort size="small" spacing>
                {source.intro(traces.length)}
              </BodyShort>
            )}
            <ol className="source-lines">
              {traces.map((trace, index) => (
                <li key={JSON.stringify(trace)}>
                  {traces.length > 1 && <h2>{source.line(index + 1, traces.length)}</h2>}
                  {line(trace)}
                </li>
              ))}
            </ol>
          </Dialog.Body>
        </Dialog.Popup>
      </Dialog>
    </ShowSourceContext>
  );
}

/** One name and value in a list of facts. */
export const SourceFact = ({ name, title, children }: { name: string; title?: string; children: ReactNode }) => (
  <>
    <dt title={title}>{name}</dt>
    <dd>{children}</dd>
  </>
);
