import { violationSentence } from '../../../../shared/text/violationSentence.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';

/** Why the officer goes on in spite of the warnings. */
export function ReasonsCard({ reasons }: { reasons: Readonly<Record<string, string>> }) {
  const text = useText();
  const written = Object.entries(reasons).filter(([, reason]) => reason.trim() !== '');
  if (written.length === 0) return null;
  return (
    <Card title={text.trekk.review.reasons}>
      <dl className="facts said">
        {written.map(([code, reason]) => (
          <div key={code}>
            <dt>{violationSentence(text, { code, text: null, level: 'warning' })}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
