/** A stretch of time: from this moment to before that one. */
export interface Period {
  readonly from: Date;
  readonly until: Date;
}

/** How the questions of a period were answered. */
export interface Totals {
  readonly questions: number;
  readonly talks: number;
  readonly atOnce: number;
  readonly afterChoice: number;
  readonly leftAtChoice: number;
  readonly unanswered: number;
  readonly thumbsUp: number;
  readonly thumbsDown: number;
  readonly cases: number;
  readonly casesClosed: number;
}

/** What questions can be counted by. */
export type Dimension = 'day' | 'language' | 'channel' | 'area' | 'agreement' | 'product' | 'destination';

/** Days in their order, everything else the most frequent first. */
export type Counts = Readonly<Record<Dimension, readonly { readonly key: string; readonly count: number }[]>>;

/** How one unit did with the cases opened in a period. Hours are medians. */
export interface UnitFigures {
  readonly unit: string | null;
  readonly cases: number;
  readonly closed: number;
  readonly acceptHours: number | null;
  readonly answerHours: number | null;
  readonly kept: number;
  readonly broken: number;
}

/** One obstacle, as it enters the register. */
export interface ObstacleCase {
  /** The same for all cases of one exporter. */
  readonly firm: string;
  readonly agreement: string | null;
  readonly product: string | null;
  /** Company and place as they were typed; null once deleted. */
  readonly company: string | null;
  /** Null: nobody knows. */
  readonly isResolved: boolean | null;
  readonly amount: number | null;
  readonly currency: string | null;
}

/** What came of the cases that were closed in a period. */
export interface Results {
  readonly resolved: number;
  readonly unresolved: number;
  readonly values: { readonly currency: string; readonly amount: number; readonly cases: number }[];
}

/** Figures about a period. Storage fulfils it. */
export interface ReportStore {
  readTotals(period: Period): Promise<Totals>;
  countAll(period: Period): Promise<Counts>;
  readUnits(period: Period): Promise<UnitFigures[]>;
  readResults(period: Period): Promise<Results>;
  listObstacles(period: Period): Promise<ObstacleCase[]>;
}
