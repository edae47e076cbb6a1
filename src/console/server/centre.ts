import type { StaffDesk } from '../../cases/index.ts';
import type { Knowledge, KnowledgeStore } from '../../knowledge/index.ts';
import type { Serve } from './serve.ts';
import { unansweredRoutes } from './unanswered/routes.ts';
import { namesIn } from './unanswered/unansweredBench.ts';
import type { UnansweredStore } from './unanswered/unansweredStore.ts';

/** What the pages work with that look at the centre's daily work. */
export interface Centre {
  /** The latest publish. */
  readonly knowledge: () => Knowledge;
  readonly store: KnowledgeStore;
  readonly cases: StaffDesk;
  readonly unanswered: UnansweredStore;
}

/** The calls of these pages. */
export function centreRoutes(serve: Serve, centre: Centre) {
  const { clock } = serve.desk;
  return [...unansweredRoutes(serve, { ...centre, ...namesIn(centre.knowledge), clock })];
}
