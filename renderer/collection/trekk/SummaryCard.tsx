import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import type { Said } from './summary.ts';

/** What is about to happen, or what holds, said in plain words. */
export function SummaryCard({ title, note, said }: { title: string; note?: string; said: readonly Said[] }) {
  return (
    <Card title={title} note={note}>
      <dl className="facts said">
        {said.map(({ name, sentences }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** What the debtor must be told of an act of this kind. */
export function ToldCard({ sentences }: { sentences: readonly string[] }) {
  const { told: words } = useText().trekk;
  return (
    <Card title={words.title}>
      <ul className="plain-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}
