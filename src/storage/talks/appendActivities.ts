import { sql, type Transaction } from 'kysely';
import { ACTIVITIES_TOPIC } from '../../channels/directLine/talks.ts';
import type { WireActivity } from '../../channels/wireActivity.ts';
import type { Tables } from '../tables.ts';
import { queueDeliveries } from '../whatsapp/queueDeliveries.ts';

/** An activity about to be kept; id and timestamp are given here, unless it has some already. */
export interface NewActivity {
  readonly activity: WireActivity;
  readonly direction: 'in' | 'out';
  readonly visible: boolean;
  readonly clientActivityId?: string | null;
  /** Set for an incoming activity that no turn shall run for. */
  readonly outcome?: 'too-fast' | 'answered';
  /** The id it brings, and the time of the earlier one whose place it takes. */
  readonly place?: { readonly id: string; readonly timestamp?: string };
}

/**
 * Appends activities to a conversation, in order, and announces them on commit.
 *
 * Sequence and time are given out under the conversation's row lock, held until commit: whoever reads sequence 7 can
 * be sure that no 6 will turn up later. Times rise strictly, also when the clocks of two machines differ, because
 * Web Chat sorts by them. On WhatsApp, what goes out is queued for sending in the same transaction.
 *
 * @returns their ids
 */
export async function appendActivities(
  transaction: Transaction<Tables>,
  conversationKey: string,
  activities: readonly NewActivity[],
  now: Date,
): Promise<string[]> {
  if (activities.length === 0) return [];
  const { lastSequence, lastStampedAt, channel } = await reserve(transaction, conversationKey, activities.length, now);
  const rows = activities.map((each, index) => {
    const behind = activities.length - 1 - index;
    return rowOf(each, conversationKey, lastSequence - behind, new Date(lastStampedAt.getTime() - behind));
  });
  await transaction
    .insertInto('activities')
    .values(rows.map(({ row }) => row))
    .execute();
  if (channel === 'whatsapp')
    await queueDeliveries(
      transaction,
      conversationKey,
      rows.map(({ row }) => row),
      now,
    );
  // heard when the transaction commits, or never
  await sql`select pg_notify(${ACTIVITIES_TOPIC}, ${conversationKey})`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** The id an activity of that sequence has on the wire. */
export function activityId(conversationKey: string, sequence: number): string {
  return `${conversationKey}|${String(sequence).padStart(7, '0')}`;
}

/** The sequence of an activity that was given its id here. */
export function sequenceIn(id: string): number {
  return Number(id.slice(id.lastIndexOf('|') + 1));
}

async function reserve(transaction: Transaction<Tables>, conversationKey: string, count: number, now: Date) {
  const row = await transaction
    .updateTable('conversations')
    .set({
      last_sequence: sql<number>`last_sequence + ${count}::integer`,
      last_stamped_at: sql<Date>`greatest(${now}::timestamptz, last_stamped_at + ${count}::integer * interval '1 millisecond')`,
    })
    .where('conversation_key', '=', conversationKey)
    .returning(['last_sequence', 'last_stamped_at', 'channel'])
    .executeTakeFirstOrThrow();
  return { lastSequence: row.last_sequence, lastStampedAt: row.last_stamped_at, channel: row.channel };
}

function rowOf(each: NewActivity, conversationKey: string, sequence: number, storedAt: Date) {
  const { id = activityId(conversationKey, sequence), timestamp = storedAt.toISOString() } = each.place ?? {};
  const stamped = { ...each.activity, id, timestamp };
  const row = {
    conversation_key: conversationKey,
    sequence,
    direction: each.direction,
    visible: each.visible,
    activity: JSON.stringify(stamped),
    client_activity_id: each.clientActivityId ?? null,
    stored_at: storedAt,
    processed_at: each.outcome ? storedAt : null,
    outcome: each.outcome ?? null,
  };
  return { id, row };
}
