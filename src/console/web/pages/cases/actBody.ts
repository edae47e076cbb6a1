import type { ActOnCase } from '../../../contract/cases.ts';

export type ActName = ActOnCase['act'];

/** As the console offers them, with what the table of the cases room calls them. */
export const OFFERED: readonly (readonly [ActName, string])[] = [
  ['reply', 'answer'],
  ['ask', 'ask'],
  ['note', 'note'],
  ['supply', 'supply'],
  ['take', 'take'],
  ['accept', 'accept'],
  ['reroute', 'pass-on'],
  ['postpone', 'postpone'],
  ['absorb', 'absorb'],
  ['close', 'close'],
  ['reopen', 'reopen'],
];

/** How staff may end a case; that it is the same as another says a merge. */
export const OUTCOMES = ['solved', 'not-solved', 'out-of-scope', 'duplicate', 'no-reaction', 'withdrawn'] as const;

type Closing = Extract<ActOnCase, { act: 'close' }>;

/** What stands in the fields, whichever act they are for. */
export interface Typed {
  readonly words: string;
  readonly reason: string;
  readonly unit: string | null;
  readonly day: string;
  readonly other: string | null;
  readonly outcome: Closing['outcome'];
  /** As the outcome says, until somebody says otherwise. */
  readonly resolved: 'yes' | 'no' | '';
  readonly amount: number | '';
  readonly currency: NonNullable<Closing['exportValue']>['currency'];
}

export const NOTHING: Typed = {
  words: '',
  reason: '',
  unit: null,
  day: '',
  other: null,
  outcome: 'solved',
  resolved: '',
  amount: '',
  currency: 'USD',
};

/** What is sent. `seen`: the version that stood there when somebody began to type. */
export function actBody(act: ActName, typed: Typed, seen: number): ActOnCase {
  const { words, reason, unit, day, other } = typed;
  switch (act) {
    case 'reply':
    case 'ask':
      return { act, words, seen };
    case 'note':
    case 'supply':
    case 'reopen':
      return { act, words };
    case 'take':
      return { act };
    case 'accept':
      return { act, seen };
    case 'reroute':
      return { act, unit, reason, seen };
    case 'postpone':
      return { act, day, reason, seen };
    case 'absorb':
      return { act, other: other ?? '', seen };
    case 'close':
      return closing(typed, seen);
  }
}

function closing({ words, outcome, resolved, amount, currency }: Typed, seen: number): Closing {
  return {
    ...{ act: 'close', outcome, seen },
    ...(words.trim() && { words }),
    ...(resolved && { isResolved: resolved === 'yes' }),
    ...(amount !== '' && amount > 0 && { exportValue: { amount, currency } }),
  };
}
