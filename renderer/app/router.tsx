import {
  createMemoryHistory,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { mayUse, type Role } from '../../shared/access.ts';
import { BatchesPage } from '../batch/BatchesPage.tsx';
import { BatchPage } from '../batch/BatchPage.tsx';
import { DebtorsPage } from '../collection/cases/DebtorsPage.tsx';
import { NewDebtorPage } from '../collection/cases/NewDebtorPage.tsx';
import { ClaimsPage } from '../collection/claims/ClaimsPage.tsx';
import { DebtorPage } from '../collection/DebtorPage.tsx';
import { DecisionPage } from '../collection/decision/DecisionPage.tsx';
import { DebtorHistoryPage } from '../collection/history/DebtorHistoryPage.tsx';
import { DebtorInformationPage } from '../collection/information/DebtorInformationPage.tsx';
import { CollectionSettingsPage } from '../collection/settings/CollectionSettingsPage.tsx';
import { TrekkListPage } from '../collection/trekk/list/TrekkListPage.tsx';
import { MovingDayPage } from '../collection/trekk/moving/MovingDayPage.tsx';
import { TrekkPage } from '../collection/trekk/TrekkPage.tsx';
import { TrekkStepPage } from '../collection/trekk/TrekkStepPage.tsx';
import { AssessmentPage } from '../housing/assessment/AssessmentPage.tsx';
import { BasisPage } from '../housing/basis/BasisPage.tsx';
import { CasePage } from '../housing/CasePage.tsx';
import { CasesPage } from '../housing/cases/CasesPage.tsx';
import { NewCasePage } from '../housing/cases/NewCasePage.tsx';
import { HistoryPage } from '../housing/history/HistoryPage.tsx';
import { HouseholdPage } from '../housing/household/HouseholdPage.tsx';
import { InformationPage } from '../housing/information/InformationPage.tsx';
import { JournalPage } from '../journal/JournalPage.tsx';
import { RulePage } from '../rules/RulePage.tsx';
import { RulesPage } from '../rules/RulesPage.tsx';
import { GuidePage } from '../setup/GuidePage.tsx';
import { SetupPage } from '../setup/SetupPage.tsx';
import { LicencesPage } from './LicencesPage.tsx';
import { NotFoundPage, ProblemPage } from './ProblemPage.tsx';
import { Shell } from './Shell.tsx';

interface RouterContext {
  readonly roles: readonly Role[];
}

/** Where each role begins. */
const FIRST_PAGES: readonly (readonly [Role, '/saker' | '/innkreving' | '/regler' | '/oppsett'])[] = [
  ['housing', '/saker'],
  ['collection', '/innkreving'],
  ['fagansvarlig', '/regler'],
  ['it', '/oppsett'],
];

/** Keeps a page to its roles. The door in the main process is what protects the data; this keeps people from meeting it. */
const only =
  (...needed: Role[]) =>
  ({ context }: { context: RouterContext }) => {
    if (!mayUse(context.roles, needed).allowed) throw redirect({ to: '/' });
  };

const root = createRootRouteWithContext<RouterContext>()({ component: Shell, notFoundComponent: NotFoundPage });

const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context }) => {
    const [, to] = FIRST_PAGES.find(([role]) => context.roles.includes(role)) ?? [];
    if (to) throw redirect({ to });
  },
});

const cases = createRoute({
  getParentRoute: () => root,
  path: '/saker',
  beforeLoad: only('housing'),
  component: CasesPage,
});
const newCase = createRoute({
  getParentRoute: () => root,
  path: '/saker/ny',
  beforeLoad: only('housing'),
  component: NewCasePage,
});
const housingCase = createRoute({
  getParentRoute: () => root,
  path: '/sak/$caseId',
  beforeLoad: only('housing'),
  component: CasePage,
});
const household = createRoute({ getParentRoute: () => housingCase, path: 'husstand', component: HouseholdPage });
const information = createRoute({
  getParentRoute: () => housingCase,
  path: 'opplysninger',
  component: InformationPage,
});
const assessment = createRoute({ getParentRoute: () => housingCase, path: 'vurdering', component: AssessmentPage });
const basis = createRoute({ getParentRoute: () => housingCase, path: 'vedtaksgrunnlag', component: BasisPage });
const history = createRoute({ getParentRoute: () => housingCase, path: 'historikk', component: HistoryPage });

const debtors = createRoute({
  getParentRoute: () => root,
  path: '/innkreving',
  beforeLoad: only('collection'),
  component: DebtorsPage,
});
const newDebtor = createRoute({
  getParentRoute: () => root,
  path: '/innkreving/ny',
  beforeLoad: only('collection'),
  component: NewDebtorPage,
});
const debtorCase = createRoute({
  getParentRoute: () => root,
  path: '/innkreving/sak/$caseId',
  beforeLoad: only('collection'),
  component: DebtorPage,
});
const claims = createRoute({ getParentRoute: () => debtorCase, path: 'krav', component: ClaimsPage });
const debtorInformation = createRoute({
  getParentRoute: () => debtorCase,
  path: 'opplysninger',
  component: DebtorInformationPage,
});
const decision = createRoute({ getParentRoute: () => debtorCase, path: 'beslutning', component: DecisionPage });
const debtorHistory = createRoute({
  getParentRoute: () => debtorCase,
  path: 'historikk',
  component: DebtorHistoryPage,
});
const registration = createRoute({ getParentRoute: () => debtorCase, path: 'registrering', component: TrekkStepPage });
const trekk = createRoute({ getParentRoute: () => debtorCase, path: 'registrering/$trekkId', component: TrekkPage });
const trekkList = createRoute({
  getParentRoute: () => root,
  path: '/innkreving/trekk',
  beforeLoad: only('collection'),
  component: TrekkListPage,
});
const movingDay = createRoute({
  getParentRoute: () => root,
  path: '/innkreving/flyttedagen',
  beforeLoad: only('collection'),
  component: MovingDayPage,
});
const batches = createRoute({
  getParentRoute: () => root,
  path: '/innkreving/mange',
  beforeLoad: only('collection'),
  component: BatchesPage,
});
const batch = createRoute({
  getParentRoute: () => root,
  path: '/innkreving/mange/$batchId',
  beforeLoad: only('collection'),
  component: BatchPage,
});
const collectionSettings = createRoute({
  getParentRoute: () => root,
  path: '/innkreving/satser',
  beforeLoad: only('collection', 'fagansvarlig', 'it'),
  component: CollectionSettingsPage,
});
const rules = createRoute({
  getParentRoute: () => root,
  path: '/regler',
  beforeLoad: only('housing', 'fagansvarlig', 'it'),
  component: RulesPage,
});
const rule = createRoute({
  getParentRoute: () => root,
  path: '/regler/$ruleId/$version',
  beforeLoad: only('housing', 'fagansvarlig', 'it'),
  component: RulePage,
});
const journal = createRoute({ getParentRoute: () => root, path: '/logg', component: JournalPage });
const licences = createRoute({ getParentRoute: () => root, path: '/lisenser', component: LicencesPage });
const setup = createRoute({
  getParentRoute: () => root,
  path: '/oppsett',
  beforeLoad: only('it'),
  component: SetupPage,
});
const guide = createRoute({
  getParentRoute: () => root,
  path: '/oppsett/veiledning',
  beforeLoad: only('it'),
  component: GuidePage,
});

const routeTree = root.addChildren([
  first,
  cases,
  newCase,
  housingCase.addChildren([household, information, assessment, basis, history]),
  debtors,
  newDebtor,
  debtorCase.addChildren([claims, debtorInformation, decision, registration, trekk, debtorHistory]),
  trekkList,
  movingDay,
  batches,
  batch,
  collectionSettings,
  rules,
  rule,
  journal,
  licences,
  setup,
  guide,
]);

/** The pages for someone with these roles. The history is kept in memory: no address ever holds a case. */
export const makeRouter = (roles: readonly Role[]) =>
  createRouter({
    routeTree,
    context: { roles },
    history: createMemoryHistory({ initialEntries: ['/'] }),
    defaultErrorComponent: ProblemPage,
    defaultNotFoundComponent: NotFoundPage,
    // Loading a page ahead would open cases that nobody asked for.
    defaultPreload: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
