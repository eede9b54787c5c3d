import { BodyShort } from '@navikt/ds-react';
import type { SetupStatus } from '../../shared/ipc/setupCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { CopyText } from '../ui/CopyText.tsx';

/** In training: the certificate files to practise with. The passwords open nothing but the simulator. */
export function PracticeCard({ practice }: { practice: NonNullable<SetupStatus['practice']> }) {
  const { practice: words } = useText().setup;
  return (
    <Card title={words.title}>
      <div className="stack">
        <BodyShort size="small">{words.explained}</BodyShort>
        <BodyShort size="small" as="div" className="copyable">
          <span>
            {words.folder}: <code>{practice.folder}</code>
          </span>
          <CopyText text={practice.folder} label={words.copyFolder} />
        </BodyShort>
        <div className="scroll-x">
          <table className="figures">
            <caption className="aksel-sr-only">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.password}</th>
                <th scope="col">{words.shows}</th>
              </tr>
            </thead>
            <tbody>
              {practice.files.map(({ name, password, shows }) => (
                <tr key={name}>
                  <th scope="row" className="nowrap">
                    <code>{name}</code>
                  </th>
                  <td className="nowrap">
                    <span className="copyable">
                      <code>{password}</code>
                      <CopyText text={password} label={words.copyPassword(name)} />
                    </span>
                  </td>
                  <td>{words.files[name] ?? shows}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Card>
  );
}
