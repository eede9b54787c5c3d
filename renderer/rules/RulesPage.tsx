import { Heading } from '@navikt/ds-react';
import { useText } from '../app/SessionContext.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';

export function RulesPage() {
  const { app } = useText();
  usePageTitle(app.nav.rules);
  return (
    <div className="page">
      <Heading level="1" size="medium">
        {app.nav.rules}
      </Heading>
    </div>
  );
}
