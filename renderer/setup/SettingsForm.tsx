import { BodyShort, Button, Checkbox, ReadMore, TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { formatOrganisationNumber } from '../../shared/identity/organisationNumber.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { useSetupCommand } from '../data/setup.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Mistakes } from '../ui/Mistakes.tsx';
import { accessFieldIds, packageFields, readSettings, services, settingsFieldIds } from './settingsForm.ts';

interface Props {
  readonly settings: ClientSettings;
  /** Saving is what the set-up waits for. */
  readonly primary: boolean;
}

/** Who the municipality is at Maskinporten, and the spellings that the authorities have not settled. */
export function SettingsForm({ settings, primary }: Props) {
  const text = useText();
  const { form: words } = text.setup;
  const { environment } = useSession();
  const announce = useAnnounce();
  const save = useSetupCommand('setup.saveSettings');
  const form = useForm<ClientSettings>({ defaultValues: settings });
  const [attempt, setAttempt] = useState(0);
  const [accessOpen, setAccessOpen] = useState(false);
  const { mistakes } = readSettings(form.watch(), text);
  const { isDirty } = form.formState;
  const mistakeIn = (fieldId: string) => mistakes.find((mistake) => mistake.fieldId === fieldId)?.sentence;
  const accessWrong = attempt > 0 && mistakes.some(({ fieldId }) => accessFieldIds.includes(fieldId));
  const wrong = (fieldId: string) => (attempt > 0 ? mistakeIn(fieldId) : undefined);

  const submit = () => {
    const read = readSettings(form.getValues(), text);
    setAttempt(attempt + 1);
    if (!read.settings) return;
    save.mutate(
      { settings: read.settings },
      {
        onSuccess: (status) => {
          form.reset(status.settings);
          setAttempt(0);
          announce(words.saved);
        },
      },
    );
  };

  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Mistakes mistakes={mistakes} attempt={attempt} />
      <Card title={words.municipalityTitle}>
        <div className="two-fields">
          <TextField
            {...form.register('municipality')}
            id={settingsFieldIds.municipality}
            label={words.municipality}
            description={words.municipalityHint}
            size="small"
            autoComplete="off"
            error={wrong(settingsFieldIds.municipality)}
          />
          <Controller
            control={form.control}
            name="orgNumber"
            render={({ field: { value, onChange, onBlur } }) => (
              <TextField
                id={settingsFieldIds.orgNumber}
                label={words.orgNumber}
                description={words.orgNumberHint}
                size="small"
                inputMode="numeric"
                autoComplete="off"
                value={formatOrganisationNumber(value)}
                onChange={onChange}
                onBlur={onBlur}
                error={attempt > 0 || isWhole(value) ? mistakeIn(settingsFieldIds.orgNumber) : undefined}
              />
            )}
          />
        </div>
      </Card>
      <Card title={words.clientTitle}>
        <TextField
          {...form.register('clientId')}
          id={settingsFieldIds.clientId}
          label={words.clientId}
          description={words.clientIdHint[environment]}
          size="small"
          autoComplete="off"
          spellCheck={false}
          className="client-id-field"
          error={wrong(settingsFieldIds.clientId)}
        />
        <ReadMore header={words.access} size="small" open={accessOpen || accessWrong} onOpenChange={setAccessOpen}>
          <BodyShort size="small" spacing>
            {words.accessHint}
          </BodyShort>
          {services.map((service) => (
            <fieldset key={service} className="access">
              <legend>{words.services[service]}</legend>
              <TextField
                {...form.register(`scopes.${service}`)}
                id={settingsFieldIds.scope(service)}
                label={words.scope}
                aria-label={words.of(words.scope, words.services[service])}
                size="small"
                autoComplete="off"
                spellCheck={false}
                error={wrong(settingsFieldIds.scope(service))}
              />
              {packageFields
                .filter((field) => field.service === service)
                .map(({ name, desk }) => (
                  <TextField
                    key={name}
                    {...form.register(name)}
                    id={settingsFieldIds.package(desk, service)}
                    label={words.packages[desk]}
                    aria-label={words.of(words.packages[desk], words.services[service])}
                    size="small"
                    autoComplete="off"
                    spellCheck={false}
                    error={wrong(settingsFieldIds.package(desk, service))}
                  />
                ))}
            </fieldset>
          ))}
          <Checkbox {...form.register('spesifisertPath')} size="small" description={words.spesifisertPathHint}>
            {words.spesifisertPath}
          </Checkbox>
        </ReadMore>
        {save.error && <ErrorNotice error={save.error.error} onRetry={submit} />}
        <div className="form-buttons">
          <Button
            type="submit"
            size="small"
            variant={primary || isDirty ? 'primary' : 'secondary'}
            loading={save.isPending}
          >
            {words.save}
          </Button>
          {isDirty && (
            <BodyShort size="small" className="subtle">
              {words.unsaved}
            </BodyShort>
          )}
        </div>
      </Card>
    </form>
  );
}

/** Nobody is told that a number is wrong while it is still being typed. */
const isWhole = (orgNumber: string): boolean => orgNumber.replace(/\D/g, '').length >= 9;
