import type { Day } from '../knowledge/index.ts';
import { fitIn, join } from './statement.ts';
import type { Statement } from './types.ts';

/** What a composition has to say about one row, before it is cut to size. */
export interface Draft {
  /** Most important first: what does not fit the bubble goes to the detail. */
  readonly say: readonly Statement[];
  /** Only for the detail. */
  readonly more?: readonly Statement[];
  readonly checkedOn: Day;
  readonly unit: string;
  /** Entries that this row leads to, before those of the composition. */
  readonly related?: readonly string[];
  /** Between statements of the bubble: a space for running text, a line break for lines. */
  readonly separator?: ' ' | '\n' | '\n\n';
}

/** A draft cut to a short form and, when there is more to say, a detail. */
export function cut(draft: Draft, room: number): { short: Statement; detail: Statement | undefined } {
  const [shown, rest] = fitIn(draft.say, room);
  const more = [...rest, ...(draft.more ?? [])];
  return {
    short: join(shown, draft.separator ?? ' '),
    detail: more.length > 0 ? join(more, '\n\n') : undefined,
  };
}
