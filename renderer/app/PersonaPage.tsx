import { BodyShort, Heading, LinkCard } from '@navikt/ds-react';
import { personas } from '../../shared/session.ts';
import { useChoosePersona } from '../data/session.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { useText } from './SessionContext.tsx';
import { WindowPage } from './WindowPage.tsx';

/** Training begins with choosing whom to practise as: the desks are kept apart here too. */
export function PersonaPage() {
  const { app } = useText();
  const choose = useChoosePersona();
  return (
    <WindowPage>
      <strong className="mode">{app.environments.training}</strong>
      <Heading level="1" size="large">
        {app.persona.title}
      </Heading>
      <BodyShort>{app.persona.explained}</BodyShort>
      {choose.error && <ErrorNotice error={choose.error.error} />}
      <ul className="personas">
        {personas.map((persona) => (
          <li key={persona}>
            <LinkCard size="small" arrow={false}>
              <LinkCard.Title as="h2">
                <LinkCard.Anchor asChild>
                  <button type="button" onClick={() => choose.mutate(persona)}>
                    {app.persona.people[persona].name}
                  </button>
                </LinkCard.Anchor>
              </LinkCard.Title>
              <LinkCard.Description>{app.persona.people[persona].does}</LinkCard.Description>
            </LinkCard>
          </li>
        ))}
      </ul>
    </WindowPage>
  );
}
