import { BodyShort, Button, ReadMore, Table, Tag, TextField } from '@navikt/ds-react';
import { useEffect, useRef, useState } from 'react';
import { formatDate, formatInstant, type Instant } from '../../../shared/dates.ts';
import { type LivsoppholdTable, samvaerClasses } from '../../../shared/garnishment/livsopphold.ts';
import type { CollectionSetup } from '../../../shared/ipc/collectionCalls.ts';
import { formatKroner, kroner } from '../../../shared/money.ts';
import { mayDecide } from '../../../shared/rules/rates.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { useCollectionSetupCommand } from '../../data/collectionSetup.ts';
import { type Draft, useDraft } from '../../data/drafts.ts';
import { parseDraft } from '../../data/parseDraft.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Mistakes } from '../../ui/Mistakes.tsx';
import { ScrollArea } from '../../ui/ScrollArea.tsx';
import {
  adultRates,
  ageClasses,
  emptyLivsopphold,
  livsoppholdFieldIds as ids,
  LivsoppholdValues,
  readLivsopphold,
} from './livsoppholdForm.ts';

/** Published and signed tables, newest first, and the form that signs a new one. */
export function LivsoppholdCard({ setup, mayWrite }: { setup: CollectionSetup; mayWrite: boolean }) {
  const { collectionSettings } = useText();
  const { livsopphold: words } = collectionSettings;
  const heading = useRef<HTMLDivElement>(null);
  return (
    <Card title={words.title} note={words.note}>
      <div ref={heading} tabIndex={-1}>
        <BodyShort spacing>{words.explained}</BodyShort>
      </div>
      <TableOfTables setup={setup} />
      {mayWrite && <NewTable onDone={() => heading.current?.focus()} />}
    </Card>
  );
}

/** The form, open where somebody was interrupted in it. */
function NewTable({ onDone }: { onDone: () => void }) {
  const draft = useDraft('livsopphold:new');
  if (draft.stored === undefined) return null;
  return <NewTableBegun draft={draft} restored={parseDraft(LivsoppholdValues, draft.stored)} onDone={onDone} />;
}

interface NewTableProps {
  readonly draft: Draft;
  readonly restored: LivsoppholdValues | null;
  readonly onDone: () => void;
}

function NewTableBegun({ draft, restored, onDone }: NewTableProps) {
  const { collectionSettings, app } = useText();
  const [begun, setBegun] = useState(restored);
  if (begun === null) {
    return (
      <div className="form-buttons">
        <Button size="small" variant="secondary" onClick={() => setBegun(emptyLivsopphold)}>
          {collectionSettings.livsopphold.new}
        </Button>
      </div>
    );
  }
  return (
    <>
      {begun === restored && <BodyShort className="subtle">{app.words.draftRestored}</BodyShort>}
      <LivsoppholdForm
        initial={begun}
        draft={draft}
        onDone={() => {
          draft.discard();
          setBegun(null);
          onDone();
        }}
      />
    </>
  );
}

interface Shown extends LivsoppholdTable {
  readonly signed: { readonly by: string; readonly at: Instant } | null;
}

function TableOfTables({ setup: { published, settings } }: { setup: CollectionSetup }) {
  const { collectionSettings, decision } = useText();
  const { livsopphold: words } = collectionSettings;
  const { environment } = useSession();
  const signed = settings.livsopphold.map(
    ({ signedBy, signedAt, ...table }): Shown => ({ ...table, signed: { by: signedBy, at: signedAt } }),
  );
  const tables = [...signed, ...published.map((table): Shown => ({ ...table, signed: null }))].toSorted((a, b) =>
    a.validFrom === b.validFrom
      ? (b.signed?.at ?? '').localeCompare(a.signed?.at ?? '')
      : b.validFrom.localeCompare(a.validFrom),
  );
  return (
    <ScrollArea label={words.caption}>
      <Table size="small" className="figures livsopphold-table">
        <caption className="aksel-sr-only">{words.caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words.validity}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words.status}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {words.enslig}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {words.forsoergerEktefelleSamboer}
            </Table.HeaderCell>
            {ageClasses.map((age) => (
              <Table.HeaderCell key={age} scope="col" align="right" className="nowrap">
                {words.barn(age)}
              </Table.HeaderCell>
            ))}
            <Table.HeaderCell scope="col">{words.source}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {tables.map((table) => {
            const usable = table.rates !== null && mayDecide(table.confidence, environment);
            return (
              <Table.Row key={`${table.validFrom} ${table.signed?.at ?? ''}`}>
                <Table.HeaderCell scope="row" className="nowrap">
                  {table.validTo
                    ? `${formatDate(table.validFrom)}–${formatDate(table.validTo)}`
                    : words.from(formatDate(table.validFrom))}
                </Table.HeaderCell>
                <Table.DataCell>
                  <Tag size="xsmall" variant="moderate" data-color={usable ? 'success' : 'danger'}>
                    {table.rates === null ? words.missing : decision.room.confidence[table.confidence]}
                  </Tag>{' '}
                  {!usable && words.cannotDecide}
                </Table.DataCell>
                <RateCell amount={table.rates?.enslig} />
                <RateCell amount={table.rates?.forsoergerEktefelleSamboer} />
                {ageClasses.map((age) => (
                  <RateCell key={age} amount={ratesFor(table, age)} />
                ))}
                <Table.DataCell className="livsopphold-source">
                  {table.rates === null ? words.notFound : usable ? table.source : words.notPublished}
                  {table.signed && (
                    <>
                      <br />
                      <span className="subtle">{words.signedBy(table.signed.by, formatInstant(table.signed.at))}</span>
                    </>
                  )}
                </Table.DataCell>
              </Table.Row>
            );
          })}
        </Table.Body>
      </Table>
    </ScrollArea>
  );
}

/** Older tables have one class from 11 years on. */
const ratesFor = ({ rates }: LivsoppholdTable, age: string): number | undefined =>
  rates?.barn[age] ?? (age === '0-5' || age === '6-10' ? undefined : rates?.barn['11+']);

const RateCell = ({ amount }: { amount: number | undefined }) => (
  <Table.DataCell className="number">{amount === undefined ? '–' : formatKroner(kroner(amount))}</Table.DataCell>
);

interface FormProps {
  readonly initial: LivsoppholdValues;
  readonly draft: Draft;
  readonly onDone: () => void;
}

function LivsoppholdForm({ initial, draft, onDone }: FormProps) {
  const text = useText();
  const { livsopphold: words } = text.collectionSettings;
  const { userName } = useSession();
  const announce = useAnnounce();
  const sign = useCollectionSetupCommand('collection.signLivsopphold');
  const [values, setValues] = useState(initial);
  const [attempt, setAttempt] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (values !== initial) draft.save(JSON.stringify(values));
  }, [values, initial, draft.save]);
  const { table, mistakes } = readLivsopphold(values, text);
  const wrong = (fieldId: string) =>
    attempt > 0 ? mistakes.find((mistake) => mistake.fieldId === fieldId)?.sentence : undefined;
  const setRate = (id: string, typed: string) => setValues({ ...values, rates: { ...values.rates, [id]: typed } });
  const rateField = (id: string, label: string) => (
    <TextField
      key={id}
      id={id}
      label={label}
      size="small"
      className="rate-field"
      inputMode="numeric"
      autoComplete="off"
      value={values.rates[id] ?? ''}
      error={wrong(id)}
      onChange={({ target }) => setRate(id, target.value)}
    />
  );
  return (
    <form
      className="livsopphold-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
      }}
    >
      <h3 ref={title} tabIndex={-1}>
        {words.newTitle}
      </h3>
      <Mistakes mistakes={mistakes} attempt={attempt} />
      <div className="field-row">
        <DateField
          id={ids.validFrom}
          label={words.validFrom}
          value={values.validFrom}
          error={wrong(ids.validFrom)}
          onChange={(validFrom) => setValues({ ...values, validFrom })}
        />
        <DateField
          id={ids.validTo}
          label={words.validTo}
          value={values.validTo}
          error={wrong(ids.validTo)}
          onChange={(validTo) => setValues({ ...values, validTo })}
        />
        <TextField
          id={ids.source}
          label={words.source}
          description={words.sourceHint}
          size="small"
          className="long-field"
          value={values.source}
          error={wrong(ids.source)}
          onChange={({ target }) => setValues({ ...values, source: target.value })}
        />
      </div>
      <div className="field-row">
        {adultRates.map((rate) =>
          rateField(ids.adult(rate), rate === 'forsoergerEktefelleSamboer' ? words.forsoergerLong : words[rate]),
        )}
      </div>
      <div className="field-row">{ageClasses.map((age) => rateField(ids.child(age), words.barn(age)))}</div>
      <ReadMore size="small" header={words.samvaer}>
        <BodyShort size="small" spacing>
          {words.samvaerHint}
        </BodyShort>
        {samvaerClasses.map((klasse) => (
          <div key={klasse} className="field-row">
            {ageClasses.map((age) =>
              rateField(ids.samvaer(klasse, age), words.samvaerOf(text.debtorHousehold.samvaerClasses[klasse], age)),
            )}
          </div>
        ))}
      </ReadMore>
      {sign.error && <ErrorNotice error={sign.error.error} />}
      <div className="form-buttons">
        {table ? (
          <ConfirmDialog
            trigger={words.sign}
            triggerVariant="primary"
            title={words.signTitle}
            intro={words.signIntro}
            consequences={words.consequences(userName, formatDate(table.validFrom), formatDate(table.validTo))}
            confirm={words.sign}
            pending={sign.isPending}
            returnFocusTo={title}
            onConfirm={() =>
              sign.mutate(
                { table },
                {
                  onSuccess: () => {
                    announce(words.signed);
                    onDone();
                  },
                },
              )
            }
          />
        ) : (
          // Says what is missing instead of asking for a signature.
          <Button type="submit" size="small">
            {words.sign}
          </Button>
        )}
        <Button type="button" size="small" variant="tertiary" onClick={onDone}>
          {text.app.words.cancel}
        </Button>
      </div>
    </form>
  );
}
