import { ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useState } from 'react';
import type { Finding } from '../../../shared/income/findings.ts';
import { findingSentence } from '../../../shared/text/findingSentence.ts';
import { memberName } from '../../../shared/text/memberName.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { useShowSource } from '../../ui/SourcePanel.tsx';
import { useCaseFile } from '../CaseContext.tsx';

const SHOWN_AT_FIRST = 5;

/** What is missing, incomplete, corrected, shielded or unknown, in words. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const text = useText();
  const { information } = text;
  const { members } = useCaseFile();
  const showSource = useShowSource();
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, SHOWN_AT_FIRST);
  const rest = findings.length - shown.length;
  return (
    <Card title={information.findings.title} className="notice-card">
      <ul className="findings">
        {shown.map((finding) => {
          const sentence = `${memberName(text, members, finding.memberId)}: ${findingSentence(text, finding)}`;
          return (
            <li key={sentence}>
              <ExclamationmarkTriangleIcon aria-hidden />
              <span>
                {sentence}{' '}
                {finding.traces.length > 0 && (
                  <button
                    type="button"
                    className="text-button"
                    aria-label={`${information.source.showShort}: ${sentence}`}
                    onClick={() => showSource({ title: sentence, traces: finding.traces })}
                  >
                    {information.source.showShort}
                  </button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <Button size="xsmall" variant="tertiary" onClick={() => setAll(true)}>
          {information.findings.more(rest)}
        </Button>
      )}
    </Card>
  );
}
