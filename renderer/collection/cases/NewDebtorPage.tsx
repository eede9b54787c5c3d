import { BodyShort, Heading } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { useCreateDebtor } from '../../data/debtors.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { TrainingPeople } from '../../ui/TrainingPeople.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { DetailsForm, type DetailsFormHandle } from './DebtorDetailsForm.tsx';
import { newDetails } from './debtorDetailsForm.ts';
import '../../ui/case.css';
import '../collection.css';

export function NewDebtorPage() {
  const { collection } = useText();
  const { details, training } = collection;
  const { today, language, environment } = useSession();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const create = useCreateDebtor();
  const form = useRef<DetailsFormHandle>(null);
  const [typedId, setTypedId] = useState('');
  usePageTitle(details.newTitle);
  return (
    <div className={environment === 'training' ? 'page with-side new-debtor' : 'page narrow-page'}>
      <div>
        <Heading level="1" size="medium">
          {details.newTitle}
        </Heading>
        <BodyShort className="page-intro">{details.newIntro}</BodyShort>
        <DetailsForm
          ref={form}
          draftForm="debtor:new"
          initial={newDetails(today, language)}
          stored={null}
          submitLabel={details.create}
          pending={create.isPending}
          problem={create.error}
          onNumber={setTypedId}
          onSubmit={({ details: entered, nationalId }, saved) => {
            if (nationalId === null) return;
            create.mutate(
              { details: entered, nationalId },
              {
                onSuccess: ({ id }) => {
                  saved();
                  void navigate({ to: '/innkreving/sak/$caseId/krav', params: { caseId: id } });
                },
              },
            );
          }}
        />
      </div>
      {environment === 'training' && (
        <TrainingPeople
          title={training.title}
          explained={training.explained}
          addLabel={training.choose}
          takenLabel={training.chosen}
          taken={[typedId.replace(/\s/g, '')]}
          onAdd={(person) => {
            form.current?.setNumber(person.nationalId);
            announce(training.added(person.name));
          }}
        />
      )}
    </div>
  );
}
