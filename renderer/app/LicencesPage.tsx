import { BodyShort, Heading, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { licencesQuery } from '../data/licences.ts';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { useSession, useText } from './SessionContext.tsx';

/** Whose work the program is built on, and on which terms. */
export function LicencesPage() {
  const { app } = useText();
  const { version } = useSession();
  const { data: licences } = useQuery(licencesQuery);
  usePageTitle(app.licences.title);
  return (
    <div className="page">
      <Heading level="1" size="medium">
        {app.licences.title}
      </Heading>
      <BodyShort className="page-intro">{app.licences.intro(version)}</BodyShort>
      {licences === undefined && <Loader title={app.licences.title} />}
      {licences?.length === 0 && <BodyShort>{app.licences.none}</BodyShort>}
      {licences !== undefined && licences.length > 0 && (
        <ul className="licences card">
          {licences.map(({ name, version: of, licence, text }) => (
            <li key={`${name} ${of}`}>
              {text === null ? (
                <span className="licence-name">{app.licences.one(name, of, licence)}</span>
              ) : (
                <details>
                  <summary>{app.licences.one(name, of, licence)}</summary>
                  <pre>{text}</pre>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
