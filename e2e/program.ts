import type { Page } from 'playwright';
import type { CallInput, CallName, CallOutput } from '../shared/ipc/contract.ts';
import type { CallError } from '../shared/ipc/errors.ts';
import type { Result } from '../shared/result.ts';
import { housingRuleTemplates } from '../shared/rules/housingRuleTemplates.ts';
import type { Persona } from '../shared/session.ts';
import { type ClientSettings, defaultSettings } from '../shared/settings.ts';
import { inMain, launchApp, type RunningApp, within } from './app.ts';
import type { Simulator } from './simulator.ts';

/** Makes a call as the page does, past the screens; the door's answer, also when it is no. */
export function tryCall<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<Result<CallOutput<N>, CallError>> {
  return page.evaluate(
    ([called, sent]) => {
      const { saksbord } = globalThis as unknown as {
        saksbord: { call(id: string, name: string, input: unknown): Promise<never> };
      };
      return saksbord.call(crypto.randomUUID(), called, sent);
    },
    [name, input] as const,
  );
}

/** Makes a call that must succeed. For what a test only needs to be in place; what it is about, it does through the screens. */
export async function call<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await within(30, name, tryCall(page, name, input));
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
  return answer.value;
}

/** Does something that makes the program put a new window in the place of the old one, and gives the new one. */
export async function replaced({ app }: RunningApp, act: () => Promise<unknown>): Promise<Page> {
  // Done in a page that is still coming, the act is lost with it, and no new window would ever come.
  await app.windows().at(-1)?.getByRole('heading', { level: 1 }).waitFor();
  const next = app.waitForEvent('window');
  // The answer may never come: whoever asked is gone.
  act().catch(() => undefined);
  const page = await next;
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Becomes someone to practise as, past the screens. */
export const practiseAs = (running: RunningApp, page: Page, persona: Persona): Promise<Page> =>
  replaced(running, () => call(page, 'session.choosePersona', { persona }));

/** What the next file dialogs to open answer; null: closed without choosing. */
export const answerOpenDialog = ({ app }: RunningApp, file: string | null): Promise<void> =>
  inMain(() =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
    }, file),
  );

/** What the next file dialogs to save answer; null: closed without choosing. */
export const answerSaveDialog = ({ app }: RunningApp, file: string | null): Promise<void> =>
  inMain(() =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
    }, file),
  );

/** The window that asks for the password of a certificate file, after `act` has asked for it. */
export async function passwordWindow({ app }: RunningApp, act: () => Promise<unknown>): Promise<Page> {
  const next = app.waitForEvent('window');
  act().catch(() => undefined);
  const page = await next;
  await page.getByLabel('Passord', { exact: true }).waitFor();
  return page;
}

/** The ordinary client of the training municipality. */
export const clientSettings = (simulator: Simulator): ClientSettings => {
  const client = simulator.description.clients.find(({ authentication }) => authentication === 'certificate');
  return {
    ...defaultSettings,
    municipality: client?.organisationName ?? '',
    orgNumber: client?.organisationNumber ?? '',
    clientId: client?.clientId ?? '',
  };
};

/** Starts the program in training against a simulator that the test holds in its hand: nothing is set up yet. */
export const launchTraining = (simulator: Simulator, options: { profileDir?: string } = {}): Promise<RunningApp> =>
  launchApp({ ...options, args: ['--training'], endpointsFile: simulator.description.endpointsFile });

/** IT's and the fagansvarlig's work, past the screens, with Kari at the boligdesk afterwards. Returns her window. */
export async function setUp(running: RunningApp, simulator: Simulator): Promise<Page> {
  const amund = await practiseAs(running, running.page, 'amund');
  await call(amund, 'setup.saveSettings', { settings: clientSettings(simulator) });
  const { path, password } = simulator.certificate('buypass');
  await answerOpenDialog(running, path);
  const opening = call(amund, 'setup.openCertificate', {});
  const asking = await passwordWindow(running, () => opening);
  await asking.getByLabel('Passord', { exact: true }).fill(password);
  await asking.getByRole('button', { name: 'Åpne filen' }).click();
  const opened = await opening;
  if (opened.state !== 'opened' || !opened.proposal) throw new Error('the practice certificate was not opened');
  const { importId, proposal } = opened;
  await call(amund, 'setup.keepCertificate', { importId, candidate: proposal.index, acceptWarnings: false });

  const siri = await practiseAs(running, amund, 'siri');
  const rule = housingRuleTemplates().find(({ ruleId }) => ruleId === 'BERGEN-2016');
  if (!rule) throw new Error('there is no rule for Bergen');
  await call(siri, 'rules.save', { rule });
  await call(siri, 'rules.approve', { ruleId: rule.ruleId, version: rule.version });

  return practiseAs(running, siri, 'kari');
}
