import type { StaffDesk } from '../../cases/index.ts';
import type { Knowledge, KnowledgeStore } from '../../knowledge/index.ts';
import type { CannedStore } from './canned/cannedStore.ts';
import { cannedRoutes } from './canned/routes.ts';
import { caseRoutes } from './cases/routes.ts';
import { holidayRoutes } from './holidays/routes.ts';
import type { DraftStore } from './knowledge/draftStore.ts';
import type { LiveRows } from './knowledge/liveRows.ts';
import type { NoticeStore } from './notices/noticeStore.ts';
import { noticeRoutes } from './notices/routes.ts';
import type { Sayings } from './notices/sayings.ts';
import type { ReportStore } from './reports/reportStore.ts';
import { reportRoutes } from './reports/routes.ts';
import type { Serve } from './serve.ts';
import { todayRoutes } from './today/routes.ts';
import type { TodayStore } from './today/todayStore.ts';
import { unansweredRoutes } from './unanswered/routes.ts';
import { namesIn } from './unanswered/unansweredBench.ts';
import type { UnansweredStore } from './unanswered/unansweredStore.ts';

/** What the pages work with that look at the centre's daily work. */
export interface Centre {
  /** The latest publish. */
  readonly knowledge: () => Knowledge;
  readonly store: KnowledgeStore;
  readonly drafts: DraftStore;
  readonly cases: StaffDesk;
  readonly unanswered: UnansweredStore;
  readonly today: TodayStore;
  readonly reports: ReportStore;
  readonly notices: NoticeStore;
  readonly sayings: Sayings;
  readonly canned: CannedStore;
}

/** The calls of these pages. */
export function centreRoutes(serve: Serve, centre: Centre, live: () => Promise<LiveRows>) {
  const { clock } = serve.desk;
  return [
    ...todayRoutes(serve, centre.today, centre.knowledge, centre.notices),
    ...reportRoutes(serve, centre.reports, centre.knowledge),
    ...holidayRoutes(serve, centre.cases),
    ...caseRoutes(serve, centre.cases, centre.knowledge),
    ...cannedRoutes(serve, centre.canned),
    ...noticeRoutes(serve, { ...centre, live, clock }),
    ...unansweredRoutes(serve, { ...centre, ...namesIn(centre.knowledge), clock }),
  ];
}
