import { join } from 'node:path';
import { app, session as electronSession, powerMonitor, protocol } from 'electron';
import { type Instant, osloDate } from '../shared/dates.ts';
import type { Language } from '../shared/housing/caseFile.ts';
import { contract } from '../shared/ipc/contract.ts';
import { type Failure, failure } from '../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import type { Environment, Session } from '../shared/session.ts';
import { defaultSettings } from '../shared/settings.ts';
import { textIn } from '../shared/text/text.ts';
import { createBatchRunner } from './batch/BatchRunner.ts';
import { recoverBatches } from './batch/recoverBatches.ts';
import { IdentityHolder } from './certificate/IdentityHolder.ts';
import { ImportSession } from './certificate/importSession.ts';
import type { JudgeContext } from './certificate/judge.ts';
import { keepCertificate } from './certificate/keepCertificate.ts';
import { knownIssuers, readIssuers } from './certificate/knownIssuers.ts';
import { printPdf } from './documents/printPdf.ts';
import { installationId } from './installation.ts';
import { createDoor, type DoorPorts } from './ipc/door.ts';
import { blockedHandlers, createHandlers } from './ipc/handlers.ts';
import { toCallError } from './ipc/reference.ts';
import { createDoorJournal } from './journal/doorJournal.ts';
import { createJournal } from './journal/Journal.ts';
import { openPersonHash } from './journal/personHash.ts';
import { readLicences } from './licences.ts';
import { createLog, type Log, placeOf } from './log.ts';
import { isAnythingUnsent } from './outbox/isAnythingUnsent.ts';
import { Outbox } from './outbox/Outbox.ts';
import { killAt, nothingHappens } from './outbox/points.ts';
import { recoverOutbox } from './outbox/recoverOutbox.ts';
import { readOsUser } from './policy/osUser.ts';
import { type MachinePolicy, rolesOf } from './policy/policy.ts';
import { policyPath, readPolicy } from './policy/readPolicy.ts';
import { openKeychain } from './secrets/keychain.ts';
import { createDesk, rememberedDesk } from './session/Desk.ts';
import { practising } from './session/personas.ts';
import { begin, refusal, roleFor, type Who } from './session/session.ts';
import { createSessionHolder, type SessionHolder } from './session/sessionHolder.ts';
import { watchForLock } from './session/watchForLock.ts';
import { SettingsHolder } from './setup/SettingsHolder.ts';
import { createSetup } from './setup/Setup.ts';
import { createConnection } from './skatteetaten/connection.ts';
import { chooseAddresses, readEndpointsFile } from './skatteetaten/endpoints.ts';
import { systemTime } from './skatteetaten/time.ts';
import { smoke } from './smoke.ts';
import { deleteExpiredRaw } from './storage/lookups.ts';
import { openStore } from './storage/open.ts';
import { readSetting } from './storage/settings.ts';
import { launchSimulator } from './training/launchSimulator.ts';
import { practiceOf, prepareTraining } from './training/prepareTraining.ts';
import { openUpdater } from './update/openUpdater.ts';
import { rememberedFetch } from './update/rememberedFetch.ts';
import { pickBytes, pickPath, pickText, saveText, writeWhereAsked } from './window/fileDialogs.ts';
import { lockDownContents } from './window/lockdown.ts';
import { askPassword } from './window/passwordWindow.ts';
import { createShownWindow, type ShownWindow } from './window/shownWindow.ts';

declare const __SAKSBORD_FLAVOUR__: Session['flavour'];
declare const __SAKSBORD_SEAL_KEY__: string;

const flavour = __SAKSBORD_FLAVOUR__;
const smoking = app.commandLine.hasSwitch('smoke');
const training = smoking || app.commandLine.hasSwitch('training');
const built = join(import.meta.dirname, '..');
const instant = (): Instant => new Date().toISOString() as Instant;
/** How long the PC may be left alone before the program locks itself. */
const IDLE_SECONDS = 10 * 60;

const PKCS12_FILES = [{ name: 'PKCS#12', extensions: ['p12', 'pfx'] }];
const JSON_FILES = [{ name: 'JSON', extensions: ['json'] }];
const PDF_FILES = [{ name: 'PDF', extensions: ['pdf'] }];
const LIST_FILES = [{ name: 'CSV', extensions: ['csv', 'txt', 'tsv'] }];
const LARGEST_LIST_BYTES = 20_000_000;
const LARGEST_DOCUMENT_BYTES = 10_000_000;
const TABLE_FILES = {
  csv: [{ name: 'CSV', extensions: ['csv'] }],
  xlsx: [{ name: 'Excel', extensions: ['xlsx'] }],
};

// Before anything else: one program per profile, our own scheme, and the sandbox for every page there will ever be.
if (!app.requestSingleInstanceLock()) app.exit(0);
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
// Root has no sandbox to give, and development machines and CI run as root; a release takes no such switch.
if (flavour === 'release' || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
lockDownContents(app);

app.on('window-all-closed', () => app.quit());
// Not `await`: a top-level await of this in an ES module never returns under Playwright.
app.whenReady().then(start);

/** What IT has decided, or training. `blocked`: there is a policy that can't be trusted. */
interface Mode {
  readonly environment: Environment;
  readonly who: Who;
  readonly policy: MachinePolicy | null;
  readonly blocked: Failure | null;
}

async function readMode(): Promise<Mode> {
  if (training) {
    return { environment: 'training', who: { userName: '', roles: [], persona: null }, policy: null, blocked: null };
  }
  const user = await readOsUser(process.platform);
  const read = readPolicy(policyPath(process.platform), process.platform);
  const nobody = {
    environment: 'production',
    who: { userName: user.name, roles: [], persona: null },
    policy: null,
  } as const;
  if (read.state === 'refused') return { ...nobody, blocked: failure('policy-refused') };
  if (read.state === 'absent') return { ...nobody, blocked: null };
  const { policy } = read;
  return {
    environment: policy.environment,
    who: { userName: user.name, roles: rolesOf(policy, user), persona: null },
    policy,
    blocked: null,
  };
}

async function start(): Promise<void> {
  const shown = createShownWindow({ app, built, title: 'Saksbord', devTools: flavour !== 'release' });
  if (smoking) void smoke(shown);
  const mode = await readMode();
  const profile = join(app.getPath('userData'), mode.environment);
  const log = createLog(join(profile, 'log', 'saksbord.jsonl'), () => new Date());
  log({ event: 'started' });

  const ready = mode.blocked ? fail(mode.blocked) : await openParts(mode, profile, shown, log).catch(startedBadly(log));
  if (!ready.ok) {
    const holder = createSessionHolder({ kind: 'blocked', by: toCallError(ready.error) }, () => undefined);
    const desk = createDesk({ ...deskBasics(mode), holder, storeSetAside: null, open: null }, 'nb');
    const handlers = blockedHandlers(desk, ready.error);
    shown.serve(createDoor({ handlers, refusal: () => null, journal: async () => fail(ready.error), log }));
    return;
  }
  const { holder, handlers, journal } = ready.value;
  shown.serve(createDoor({ handlers, journal, log, refusal: (definition) => refusal(holder.current(), definition) }));
  watchForLock(powerMonitor, IDLE_SECONDS, () => void holder.apply({ kind: 'lock' }));
}

/** A bug while starting: the window must not wait for ever, and IT must find the place. */
const startedBadly =
  (log: Log) =>
  (thrown: unknown): Result<never, Failure> => {
    log({ event: 'bug', place: placeOf(thrown) });
    return fail(failure('unexpected'));
  };

const deskBasics = ({ environment }: Mode) => ({ environment, flavour, version: app.getVersion(), now: instant });

interface OpenParts {
  readonly holder: SessionHolder;
  readonly handlers: DoorPorts['handlers'];
  readonly journal: DoorPorts['journal'];
}

/** Opens keychain and store, finds the authorities, and puts everything together. Any failure here blocks the program, with its reason. */
async function openParts(
  mode: Mode,
  profile: string,
  shown: ShownWindow,
  log: Log,
): Promise<Result<OpenParts, Failure>> {
  const { environment } = mode;
  const installation = installationId(profile);
  if (!installation.ok) return installation;
  const keychain = await openKeychain(`${environment}/${installation.value}`);
  if (!keychain.ok) return fail(failure(keychain.error === 'keychain-damaged' ? 'keychain-refused' : keychain.error));
  const secrets = keychain.value;
  const opened = await openStore(profile, secrets, instant);
  if (!opened.ok) return opened;
  const { store, setAside } = opened.value;
  app.once('will-quit', () => void store.close());

  const endpointsFile = readEndpointsFile(process.env.SAKSBORD_ENDPOINTS, flavour);
  if (!endpointsFile.ok) return endpointsFile;
  const launched =
    environment === 'training' && endpointsFile.value === null
      ? await launchSimulator(join(import.meta.dirname, 'simulatorProcess.js'), join(profile, 'simulator'))
      : ok(null);
  if (!launched.ok) return launched;
  const simulator = launched.value;
  if (simulator) app.once('will-quit', simulator.stop);
  const endpoints = endpointsFile.value ?? simulator?.description.endpoints ?? null;
  const addresses = chooseAddresses(environment, flavour, endpoints);
  if (!addresses.ok) return addresses;

  const hash = await openPersonHash(secrets);
  if (!hash.ok) return hash;
  const journal = createJournal(store, hash.value, instant);
  const place = { secrets, folder: profile, environment };
  const identity = new IdentityHolder(place);
  const imports = new ImportSession((candidate) => keepCertificate(place, candidate, new Date()));
  const issuers = { ...knownIssuers(), ...(endpoints ? { [environment]: readIssuers(endpoints.trustAnchors) } : {}) };
  const judgeContext = (orgNumber: string): JudgeContext => ({
    environment,
    orgNumber: orgNumber || null,
    issuers,
    now: new Date(),
  });

  const prepared = simulator
    ? await prepareTraining(store, simulator.description, imports, judgeContext(''), instant())
    : await store.read(async (db) => ok((await readSetting(db, 'client')) ?? defaultSettings));
  if (!prepared.ok) return prepared;
  const settings = new SettingsHolder(store, prepared.value);
  const municipality = () => mode.policy?.municipality ?? settings.current().municipality;

  const remembered = await rememberedDesk(store);
  if (!remembered.ok) return remembered;
  const tidied = await store.write(async (db) => ok(await deleteExpiredRaw(db, osloDate(instant()))));
  if (!tidied.ok) return tidied;
  const recovered = await recoverBatches(store);
  if (!recovered.ok) return recovered;
  const doubted = await recoverOutbox(store, instant());
  if (!doubted.ok) return doubted;

  const network = electronSession.fromPartition('saksbord-authorities', { cache: false });
  const messages = electronSession.fromPartition('saksbord-outbox', { cache: false });
  const connection = createConnection({
    environment,
    addresses: addresses.value,
    fetch: (url, init) => network.fetch(url, init),
    // Chromium sends a POST again by itself when a connection that was kept open dies under it (seen in Electron 33: the server had it twice), never
    // on a new one. So each message gets a new one, in a session that nothing else uses.
    fetchOnce: async (url, init) => {
      await messages.closeAllConnections();
      return messages.fetch(url, init);
    },
    time: systemTime,
    settings: () => settings.current(),
    identity: () => identity.signing(),
  });

  const { persona, language } = remembered.value;
  const who = environment === 'training' && persona ? practising(persona) : mode.who;
  const holder = createSessionHolder(begin(who), (session, before) => {
    void runner.pauseAll();
    if (session.kind === 'locked') outbox.stand();
    else outbox.resume();
    if (session.kind === 'locked') {
      connection.forget();
      identity.forget();
      imports.close();
      shown.replace();
    } else if (before.kind !== 'locked') {
      shown.replace();
    }
    shown.tell('session.changed', {});
  });
  const desk = createDesk(
    { ...deskBasics(mode), holder, storeSetAside: setAside, open: { store, identity, municipality } },
    language,
  );
  const speaks = async (): Promise<Language> => (await desk.describe()).language;

  const actorIn = (role: (who: Who) => ReturnType<typeof roleFor>) => {
    const session = holder.current();
    if (session.kind === 'blocked') throw new Error('nobody is at the desk');
    return { userName: session.who.userName, role: role(session.who) };
  };
  const ports = { store, journal, environment, now: instant, actor: () => actorIn((at) => at.roles[0] ?? null) };
  const debtorPorts = { ...ports, actor: () => actorIn(() => 'collection'), registers: connection.debtorRegisters() };
  const organisationNumber = () => settings.current().orgNumber || null;
  const runner = createBatchRunner({
    ...debtorPorts,
    notify: (batchId, progress) => shown.tell('batch.progress', { batchId, progress }),
  });
  const bug = (thrown: unknown) => log({ event: 'bug', place: placeOf(thrown) });
  // Only a test build can be told to die on the way.
  const reached =
    flavour === 'test' && process.env.SAKSBORD_KILL_AT ? killAt(process.env.SAKSBORD_KILL_AT) : nothingHappens;
  const notify = (trekkId: string) => shown.tell('trekk.changed', { trekkId });
  const registers = connection.trekkRegisters();
  const outbox = new Outbox({ store, journal, now: instant, time: systemTime, registers, reached, bug, notify });
  app.once('will-quit', () => outbox.close());
  const saveFile = (name: string, text: string) => saveText(shown.window(), name, JSON_FILES, text);

  const updater = await openUpdater(mode.policy?.updates ?? { mode: 'off' }, __SAKSBORD_SEAL_KEY__, {
    isAnythingUnsent: () => isAnythingUnsent(store),
    fetched: rememberedFetch(store),
    now: instant,
    tell: (status) => {
      log({ event: 'update', update: status.state, ...(status.error && { code: status.error.code }) });
      shown.tell('update.changed', { status });
    },
  });
  if (await updater.installFetched()) return fail(failure('cancelled'));
  app.once('will-quit', updater.watch());

  const handlers = createHandlers({
    desk,
    updater,
    journal,
    cases: {
      ...ports,
      registers: connection.registers('housing'),
      notify: (progress) => shown.tell('fetch.progress', progress),
      municipality,
      version: app.getVersion(),
      print: printPdf,
      write: (name, bytes) => writeWhereAsked(shown.window(), name, PDF_FILES, bytes),
    },
    debtors: {
      ...debtorPorts,
      organisationNumber,
      notify: (progress) => shown.tell('collection.progress', progress),
    },
    batches: {
      ...debtorPorts,
      runner,
      language: speaks,
      pickFile: () => pickBytes(shown.window(), LIST_FILES, LARGEST_LIST_BYTES),
      write: (name, format, bytes) => writeWhereAsked(shown.window(), name, TABLE_FILES[format], bytes),
    },
    trekk: {
      ...debtorPorts,
      ...{ organisationNumber, municipality, registers, outbox, reached, notify },
      authenticatedAs: async () => {
        const signing = await identity.signing();
        return signing.ok ? signing.value.orgNumber : null;
      },
      language: speaks,
      pickDocument: () => pickBytes(shown.window(), PDF_FILES, LARGEST_DOCUMENT_BYTES),
      print: printPdf,
      writePdf: (name, bytes) => writeWhereAsked(shown.window(), name, PDF_FILES, bytes),
      writeTable: (name, bytes) => writeWhereAsked(shown.window(), name, TABLE_FILES.csv, bytes),
    },
    rules: { ...ports, saveFile, pickFile: () => pickText(shown.window(), JSON_FILES) },
    setup: createSetup({
      place,
      identity,
      imports,
      settings,
      connection,
      practice: simulator && practiceOf(simulator.description),
      saveFile,
      now: () => new Date(),
      opening: (signal) => ({
        context: () => judgeContext(settings.current().orgNumber),
        pickFile: () => pickPath(shown.window(), PKCS12_FILES),
        askPassword: async (fileName, attempt) => {
          const language = await speaks();
          const { passwordWindow, problems } = textIn(language).certificate;
          return askPassword(
            {
              parent: shown.window(),
              session: shown.session,
              preload: join(built, 'preload', 'passwordPreload.cjs'),
              texts: { language, fileName, ...passwordWindow },
              signal,
            },
            async (password) => {
              const problem = await attempt(password);
              return problem && problems[problem];
            },
          );
        },
      }),
    }),
    licences: () => readLicences(join(built, 'licences.json')),
    trainingPeople: async () => (await import('./training/everyone.ts')).EVERYONE,
  });
  const doorJournal = createDoorJournal({
    store,
    journal,
    actorFor: (name) => actorIn((at) => roleFor(at, contract[name])),
  });
  void outbox.run().catch(bug);
  return ok({ holder, handlers, journal: doorJournal });
}
