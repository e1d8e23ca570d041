import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { ActivitiesSearch } from './activities/web/activities-search.ts';
import { FlowsSearch, MoneyPageSearch } from './funds/web/money-search.ts';
import { provideProblemWords } from './intake/web/problem-words.ts';
import { SourceSearch } from './intake/web/source-search.ts';
import { provideCodes } from './shell/codes.ts';
import { CrashShow } from './shell/frame/CrashShow.tsx';
import { Frame } from './shell/frame/Frame.tsx';
import { HomeShow } from './shell/frame/HomeShow.tsx';
import { NotFoundShow } from './shell/frame/NotFoundShow.tsx';
import { parseSearch, PictureSearch, stringifySearch } from './shell/search.ts';

/*
 * The composition of the web product: which page stands at which address. Pages are loaded when they are first
 * opened. Standards give names of codes and words of problems; only this list knows them.
 */
const sectors = () => import('./standards/iati/codelists/sectors.ts');
const activity = () => import('./standards/iati/codelists/activity.ts');
const money = () => import('./standards/iati/codelists/money.ts');
provideCodes({
  Sector: async () => (await sectors()).sector.items,
  SectorCategory: async () => (await sectors()).sectorCategory.items,
  SectorVocabulary: async () => (await sectors()).sectorVocabulary.items,
  OrganisationType: async () => (await activity()).organisationType.items,
  PolicyMarker: async () => (await activity()).policyMarker.items,
  ActivityScope: async () => (await activity()).activityScope.items,
  DocumentCategory: async () => (await activity()).documentCategory.items,
  CollaborationType: async () => (await money()).collaborationType.items,
  FlowType: async () => (await money()).flowType.items,
  FinanceType: async () => (await money()).financeType.items,
  TiedStatus: async () => (await money()).tiedStatus.items,
  AidType: async () => (await money()).aidType.items,
  BudgetNotProvided: async () => (await money()).budgetNotProvided.items,
});

provideProblemWords(async () => ({ ...(await import('./standards/iati/problems.ts')).iatiProblems, ...(await import('./intake/domain/problems.ts')).intakeProblems }));

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundShow, errorComponent: CrashShow });

const routes = [
  createRoute({ getParentRoute: () => root, path: '/', component: HomeShow }),
  createRoute({ getParentRoute: () => root, path: '/today', component: lazyRouteComponent(() => import('./intake/web/TodayPage.tsx'), 'TodayPage') }),
  createRoute({ getParentRoute: () => root, path: '/overview', validateSearch: PictureSearch, component: lazyRouteComponent(() => import('./places/web/OverviewPage.tsx'), 'OverviewPage') }),
  createRoute({ getParentRoute: () => root, path: '/activities', validateSearch: ActivitiesSearch, component: lazyRouteComponent(() => import('./activities/web/ActivitiesPage.tsx'), 'ActivitiesPage') }),
  createRoute({ getParentRoute: () => root, path: '/activities/$identifier', component: lazyRouteComponent(() => import('./activities/web/ActivityPage.tsx'), 'ActivityPage') }),
  createRoute({ getParentRoute: () => root, path: '/organisations', component: lazyRouteComponent(() => import('./organisations/web/OrganisationsPage.tsx'), 'OrganisationsPage') }),
  createRoute({ getParentRoute: () => root, path: '/organisations/$key', component: lazyRouteComponent(() => import('./organisations/web/OrganisationPage.tsx'), 'OrganisationPage') }),
  createRoute({ getParentRoute: () => root, path: '/money', validateSearch: MoneyPageSearch, component: lazyRouteComponent(() => import('./funds/web/MoneyPage.tsx'), 'MoneyPage') }),
  createRoute({ getParentRoute: () => root, path: '/money/rows', validateSearch: FlowsSearch, component: lazyRouteComponent(() => import('./funds/web/FlowsPage.tsx'), 'FlowsPage') }),
  createRoute({ getParentRoute: () => root, path: '/rates', component: lazyRouteComponent(() => import('./funds/web/RatesPage.tsx'), 'RatesPage') }),
  createRoute({ getParentRoute: () => root, path: '/bring', component: lazyRouteComponent(() => import('./intake/web/BringPage.tsx'), 'BringPage') }),
  createRoute({ getParentRoute: () => root, path: '/bring/$batch', component: lazyRouteComponent(() => import('./intake/web/BatchPage.tsx'), 'BatchPage') }),
  createRoute({ getParentRoute: () => root, path: '/bring/$batch/source', validateSearch: SourceSearch, component: lazyRouteComponent(() => import('./intake/web/SourcePage.tsx'), 'SourcePage') }),
  createRoute({ getParentRoute: () => root, path: '/people', component: lazyRouteComponent(() => import('./access/web/PeoplePage.tsx'), 'PeoplePage') }),
  createRoute({ getParentRoute: () => root, path: '/circles', component: lazyRouteComponent(() => import('./access/web/CirclesPage.tsx'), 'CirclesPage') }),
  createRoute({ getParentRoute: () => root, path: '/audit', component: lazyRouteComponent(() => import('./access/web/AuditPage.tsx'), 'AuditPage') }),
  createRoute({ getParentRoute: () => root, path: '/account', component: lazyRouteComponent(() => import('./access/web/AccountPage.tsx'), 'AccountPage') }),
  createRoute({ getParentRoute: () => root, path: '/sign-in', component: lazyRouteComponent(() => import('./access/web/SignInPage.tsx'), 'SignInPage') }),
  createRoute({ getParentRoute: () => root, path: '/link', component: lazyRouteComponent(() => import('./access/web/LinkPage.tsx'), 'LinkPage') }),
];

export function makeRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultNotFoundComponent: NotFoundShow,
    defaultErrorComponent: CrashShow,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
