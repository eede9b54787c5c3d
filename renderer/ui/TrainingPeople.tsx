import { PlusIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Search } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ageOn } from '../../shared/dates.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { trainingPeopleQuery } from '../data/training.ts';
import { Card } from './Card.tsx';

export type TrainingPerson = CallOutput<'training.people'>[number];

interface Props {
  readonly title: string;
  readonly explained: string;
  /** What the button does with someone. */
  readonly addLabel: (name: string) => string;
  /** Shown instead of the button for those whose number is among `taken`. */
  readonly takenLabel: string;
  readonly taken: readonly string[];
  readonly onAdd: (person: TrainingPerson) => void;
}

/** The people of the simulator with what each of them shows; one press takes one into the form. */
export function TrainingPeople({ title, explained, addLabel, takenLabel, taken, onAdd }: Props) {
  const { training, ageYears } = useText().household;
  const { language, today } = useSession();
  const { data: people = [] } = useQuery(trainingPeopleQuery);
  const [wanted, setWanted] = useState('');
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const shows = (person: TrainingPerson) => (language === 'nn' ? person.showsNn : person.shows);
  const found = people.filter((person) => {
    const searched = `${person.name} ${shows(person)} ${person.nationalId}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
  return (
    <Card title={title} note={training.found(found.length)} className="training-people">
      <BodyShort size="small">{explained}</BodyShort>
      <Search
        size="small"
        variant="simple"
        label={training.search}
        hideLabel={false}
        value={wanted}
        onChange={setWanted}
      />
      {found.length === 0 && <BodyShort size="small">{training.none}</BodyShort>}
      {/* A scrolling area must be reachable by keyboard; the buttons in it make it so. */}
      <ul>
        {found.map((person) => (
          <li key={person.nationalId}>
            <div>
              <strong>{person.name}</strong> <span className="subtle">{ageYears(ageOn(person.birthDate, today))}</span>
              <BodyShort size="small">{shows(person)}</BodyShort>
            </div>
            {taken.includes(person.nationalId) ? (
              <span className="subtle">{takenLabel}</span>
            ) : (
              <Button
                type="button"
                size="small"
                variant="tertiary"
                icon={<PlusIcon title={addLabel(person.name)} />}
                onClick={() => onAdd(person)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
