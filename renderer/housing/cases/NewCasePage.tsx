import { BodyShort, Heading } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { useCreateCase } from '../../data/cases.ts';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { DetailsForm } from './CaseDetailsForm.tsx';
import { newDetails } from './detailsForm.ts';

export function NewCasePage() {
  const { cases } = useText();
  const { today, language } = useSession();
  const navigate = useNavigate();
  const create = useCreateCase();
  usePageTitle(cases.details.newTitle);
  return (
    <div className="page narrow-page">
      <Heading level="1" size="medium">
        {cases.details.newTitle}
      </Heading>
      <BodyShort className="page-intro">{cases.details.newIntro}</BodyShort>
      <DetailsForm
        draftForm="case:new"
        initial={newDetails(today, language)}
        submitLabel={cases.details.create}
        pending={create.isPending}
        problem={create.error}
        onSubmit={(details, saved) =>
          create.mutate(details, {
            onSuccess: ({ id }) => {
              saved();
              void navigate({ to: '/sak/$caseId/husstand', params: { caseId: id } });
            },
          })
        }
      />
    </div>
  );
}
