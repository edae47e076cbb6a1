import type { Delivery } from '../../contract/delivery.ts';

/** How something stands, as it is kept. */
export interface KeptDelivery {
  readonly state: Delivery['state'];
  /** Why it is parked or failed: a word of ours, a code of Meta, or what went wrong in English. */
  readonly reason: string | null;
  readonly since: Date | null;
}

/** The same, as staff see it: with a reason that they can do something about. */
export function deliveryShown({ state, reason, since }: KeptDelivery): Delivery {
  return {
    state,
    reason: reason === null ? null : reasonOf(reason),
    code: reason !== null && /^\d+$/.test(reason) ? reason : null,
    at: since?.toISOString() ?? null,
  };
}

type Reason = NonNullable<Delivery['reason']>;

const OURS: Readonly<Record<string, Reason>> = {
  window: 'window',
  stopped: 'stopped',
  'no-answer': 'no-answer',
  unknown: 'unclear',
};

/** By Meta's codes: https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const BY_CODE: readonly (readonly [Reason, readonly number[]])[] = [
  ['window', [131047]],
  ['stopped', [131050]],
  ['unreachable', [131026, 131021, 131030, 130472, 131049, 131056]],
  ['number', [0, 3, 10, 190, 368, 130497, 131005, 131031, 131037, 131042, 131045, 133010]],
  ['content', [100, 131008, 131009, 131051, 131052, 131053]],
];

function reasonOf(reason: string): Reason {
  const ours = OURS[reason];
  if (ours) return ours;
  if (reason.startsWith('this channel')) return 'channel';
  if (!/^\d+$/.test(reason)) return 'other';
  const code = Number(reason);
  if (code >= 200 && code <= 299) return 'number';
  if (code >= 132_000 && code <= 132_999) return 'template';
  return BY_CODE.find(([, codes]) => codes.includes(code))?.[0] ?? 'other';
}
