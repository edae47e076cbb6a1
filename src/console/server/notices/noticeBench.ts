import type { StaffDesk } from '../../../cases/index.ts';
import type { KnowledgeStore } from '../../../knowledge/index.ts';
import type { LiveRows } from '../knowledge/liveRows.ts';
import type { NoticeStore } from './noticeStore.ts';
import type { Sayings } from './sayings.ts';

/** What telling exporters later takes. */
export interface NoticeBench {
  readonly notices: NoticeStore;
  readonly sayings: Sayings;
  readonly store: KnowledgeStore;
  readonly live: () => Promise<LiveRows>;
  /** Its rules say how long anything is kept. */
  readonly cases: Pick<StaffDesk, 'rules'>;
  readonly clock: () => Date;
}

/** From when on questions still count: older ones are forgotten. */
export async function keptSince({ cases, clock }: Pick<NoticeBench, 'cases' | 'clock'>): Promise<Date> {
  const { settings } = await cases.rules();
  const since = new Date(clock());
  since.setUTCMonth(since.getUTCMonth() - settings.keepMonths);
  return since;
}
