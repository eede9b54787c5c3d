import { PersonPlusIcon } from '@navikt/aksel-icons';
import { BodyShort, Button } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { memberName } from '../../../shared/text/memberName.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { useSaveHousehold } from '../../data/cases.ts';
import { client } from '../../data/client.ts';
import { type Draft, useDraft } from '../../data/drafts.ts';
import { parseDraft } from '../../data/parseDraft.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Mistakes } from '../../ui/Mistakes.tsx';
import { TrainingPeople } from '../../ui/TrainingPeople.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useCaseFile } from '../CaseContext.tsx';
import { addPerson, addRow, type MemberRow, MemberRows, readHousehold, rowsOf } from './householdForm.ts';
import { MemberLine } from './MemberLine.tsx';

export function HouseholdPage() {
  const { app } = useText();
  const { id, caseNumber } = useCaseFile();
  const draft = useDraft(`case:${id}:household`);
  usePageTitle(`${caseNumber} · ${app.nav.household}`);
  if (draft.stored === undefined) return null;
  return <HouseholdForm draft={draft} restored={parseDraft(MemberRows, draft.stored)} />;
}

function HouseholdForm({ draft, restored }: { draft: Draft; restored: MemberRow[] | null }) {
  const text = useText();
  const { household, app } = text;
  const { today, environment } = useSession();
  const caseFile = useCaseFile();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const save = useSaveHousehold(caseFile);
  const [rows, setRows] = useState(restored ?? rowsOf(caseFile));
  const [attempt, setAttempt] = useState(0);
  const { mistakes } = useMemo(() => readHousehold(rows, environment, today, text), [rows, environment, today, text]);
  const stored = useMemo(() => JSON.stringify(rowsOf(caseFile)), [caseFile]);
  const typed = JSON.stringify(rows);
  const changed = typed !== stored;

  useEffect(() => {
    if (changed) draft.save(typed);
  }, [changed, typed, draft.save]);

  const names = rows.map(({ key, role }) => ({ id: key, role }));
  const nameOf = (row: MemberRow) => memberName(text, names, row.key);

  const submit = (goOn: boolean) => {
    const read = readHousehold(rows, environment, today, text);
    setAttempt(attempt + 1);
    if (!read.members) return;
    save.mutate(read.members, {
      onSuccess: (saved) => {
        draft.discard();
        setRows(rowsOf(saved));
        setAttempt(0);
        announce(household.saved);
        if (goOn) void navigate({ to: '/sak/$caseId/opplysninger', params: { caseId: caseFile.id } });
      },
    });
  };
  const goOn = () =>
    changed ? submit(true) : void navigate({ to: '/sak/$caseId/opplysninger', params: { caseId: caseFile.id } });

  const forget = () => {
    draft.discard();
    setRows(rowsOf(caseFile));
  };

  const inSize = rows.filter(({ countsInSize }) => countsInSize).length;
  const lookedUp = rows.filter(({ lookUp }) => lookUp).length;
  return (
    <div className={environment === 'training' ? 'household with-side' : 'household'}>
      <Card
        title={household.title}
        note={rows.length > 0 && `${household.size(inSize)} · ${household.lookedUp(lookedUp)}`}
      >
        {restored && changed && (
          <BodyShort className="subtle">
            {app.words.draftRestored}{' '}
            <button type="button" className="text-button" onClick={forget}>
              {app.words.discardDraft}
            </button>
          </BodyShort>
        )}
        <Mistakes mistakes={mistakes} attempt={attempt} />
        {rows.length === 0 ? (
          <EmptyState title={household.noMembers.title} explained={household.noMembers.explained}>
            <Button size="small" onClick={() => setRows(addRow(rows, crypto.randomUUID()))}>
              {household.addFirst}
            </Button>
          </EmptyState>
        ) : (
          <>
            <MemberColumns />
            <ul className="members">
              {rows.map((row) => (
                <MemberLine
                  key={row.key}
                  row={row}
                  name={nameOf(row)}
                  mistakes={attempt > 0 ? mistakes : []}
                  onChange={(next) => setRows(rows.map((one) => (one.key === row.key ? next : one)))}
                  onRemove={() => {
                    announce(household.removed(nameOf(row)));
                    setRows(rows.filter(({ key }) => key !== row.key));
                  }}
                  revealStored={async () => {
                    if (row.memberId === null) return row.typedId;
                    const call = { caseId: caseFile.id, memberId: row.memberId };
                    return (await client['person.reveal'](call)).nationalId;
                  }}
                />
              ))}
            </ul>
            <Button
              size="small"
              variant="tertiary"
              icon={<PersonPlusIcon aria-hidden />}
              onClick={() => setRows(addRow(rows, crypto.randomUUID()))}
            >
              {household.addMember}
            </Button>
          </>
        )}
        {save.error && <ErrorNotice error={save.error.error} onRetry={() => submit(false)} />}
        {(rows.length > 0 || changed) && (
          <div className="form-buttons">
            <Button size="small" loading={save.isPending} onClick={goOn}>
              {changed ? household.saveAndGoOn : household.goOn}
            </Button>
            {changed && (
              <Button size="small" variant="tertiary" disabled={save.isPending} onClick={() => submit(false)}>
                {household.save}
              </Button>
            )}
            {changed && <span className="subtle">{household.unsaved}</span>}
          </div>
        )}
      </Card>
      {environment === 'training' && (
        <TrainingPeople
          title={household.training.title}
          explained={household.training.explained}
          addLabel={household.training.add}
          takenLabel={household.training.already}
          taken={rows.map(({ typedId }) => typedId.replace(/\s/g, ''))}
          onAdd={(person) => {
            announce(household.added(person.name));
            setRows(addPerson(rows, crypto.randomUUID(), person, today));
          }}
        />
      )}
    </div>
  );
}

/** The headings over the lines; every field carries its own label too, so this is for the eye only. */
function MemberColumns() {
  const { columns } = useText().household;
  return (
    <div className="member-line member-columns" aria-hidden>
      <span>{columns.role}</span>
      <span>{columns.nationalId}</span>
      <span>{columns.birthDate}</span>
      <span>{columns.age}</span>
      <span>{columns.lookUp}</span>
      <span>{columns.countsInSize}</span>
      <span />
    </div>
  );
}
