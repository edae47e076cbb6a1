import { sql, type Transaction } from 'kysely';
import type { Case, CaseState } from '../../cases/case.ts';
import type { Decision, MailOrder, Telling } from '../../cases/decision.ts';
import type { NewLink } from '../../cases/link.ts';
import type { Tables } from '../tables.ts';

type Work = Transaction<Tables>;

/** Heard on commit by whoever sends; a hint only, the rows are the truth. Payload: empty. */
export const OUTBOX_TOPIC = 'outbox';

/** What happened, and whom to tell; all of it in the transaction of the move. */
export interface Happening {
  readonly number: string;
  readonly version: number;
  readonly state: CaseState;
  readonly event: Decision['event'];
  readonly conversationKey: string | null;
  readonly tell: Telling | undefined;
  readonly mails: readonly MailOrder[];
  readonly link: NewLink | undefined;
  readonly revokes: boolean;
}

/** Heard on commit by consoles: something happened to a case. Payload: its number. */
export const CASES_TOPIC = 'cases';

/** Keeps the event, its audit row, the keys and everything to be sent. */
export async function keepHappening(work: Work, happening: Happening, now: Date): Promise<void> {
  await keepEvent(work, happening, now);
  await keepAudit(work, happening.event.actor, happening.event.kind, happening.number, now, happening.event.detail);
  await keepLinks(work, happening, now);
  await keepOutbox(work, happening, now);
  await sql`select pg_notify(${CASES_TOPIC}, ${happening.number})`.execute(work);
}

async function keepEvent(work: Work, { number, version, state, event }: Happening, now: Date): Promise<void> {
  await work
    .insertInto('case_events')
    .values({
      case_number: number,
      version,
      kind: event.kind,
      actor_kind: event.actor.kind,
      actor: event.actor.name ?? null,
      state,
      words: event.words ?? null,
      detail: JSON.stringify(event.detail),
      happened_at: now,
    })
    .execute();
}

/** One line of the audit. */
export async function keepAudit(
  work: Work,
  actor: Decision['event']['actor'],
  act: string,
  number: string | null,
  now: Date,
  detail: object = {},
): Promise<void> {
  await work
    .insertInto('audit')
    .values({
      happened_at: now,
      actor_kind: actor.kind,
      actor: actor.name ?? null,
      act,
      case_number: number,
      detail: JSON.stringify(detail),
    })
    .execute();
}

async function keepLinks(work: Work, { number, link, revokes }: Happening, now: Date): Promise<void> {
  if (revokes) await revokeLinks(work, [number], now);
  if (!link) return;
  await work
    .insertInto('case_tokens')
    .values({
      token_hash: link.tokenHash,
      nonce: link.nonce,
      case_number: number,
      unit: link.unit,
      created_at: now,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** Makes all keys to these cases worthless. */
export async function revokeLinks(work: Work, numbers: readonly string[], now: Date): Promise<void> {
  if (numbers.length === 0) return;
  await work
    .updateTable('case_tokens')
    .set({ revoked_at: now })
    .where('case_number', 'in', numbers)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The key of a message says which event it belongs to: the same event can never put it in twice. */
async function keepOutbox(work: Work, happening: Happening, now: Date): Promise<void> {
  const { number, version, mails, tell, conversationKey } = happening;
  const base = { case_number: number, conversation_key: conversationKey, due_at: now, created_at: now };
  const rows = mails.map((order, at) => ({
    ...base,
    message_key: `${number}-${version}-mail-${at + 1}`,
    kind: 'mail' as const,
    payload: JSON.stringify(order),
  }));
  const told = tell && conversationKey !== null ? [{ key: `${number}-${version}-talk`, tell }] : [];
  const all = [
    ...rows,
    ...told.map(({ key, tell: telling }) => ({
      ...base,
      message_key: key,
      kind: 'talk' as const,
      payload: JSON.stringify(telling),
    })),
  ];
  if (all.length === 0) return;
  await work.insertInto('outbox').values(all).execute();
  await announceOutbox(work);
}

/** Wakes the senders when the transaction commits. */
export async function announceOutbox(work: Work): Promise<void> {
  await sql`select pg_notify(${OUTBOX_TOPIC}, '')`.execute(work);
}

/** What people see does not change by these. */
const UNSHOWN: ReadonlySet<string> = new Set(['case.reminded', 'case.noted', 'case.overdue', 'case.taken']);

/** The version that a page must have seen after this event. */
export function shownAfter({ shownVersion }: Pick<Case, 'shownVersion'>, kind: string, version: number): number {
  return UNSHOWN.has(kind) ? shownVersion : version;
}
