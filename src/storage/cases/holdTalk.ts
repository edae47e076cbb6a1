import type { Transaction } from 'kysely';
import type { Actor } from '../../cases/case.ts';
import type { Telling } from '../../cases/decision.ts';
import type { Tables } from '../tables.ts';
import { announceOutbox, keepAudit } from './keepEvent.ts';

type Work = Transaction<Tables>;

/** A person takes the talk; from the next turn on the bot is silent. */
export async function holdTalk(work: Work, talk: string, by: Actor, until: Date, now: Date): Promise<boolean> {
  const row = await work
    .updateTable('conversations')
    .set({ owner: 'staff', held_by: by.name ?? null, held_until: until })
    .where('conversation_key', '=', talk)
    .returning('conversation_key')
    .executeTakeFirst();
  if (!row) return false;
  await keepAudit(work, by, 'talk.held', null, now, { talk });
  return true;
}

/** The bot has the talk again and says so, once. */
export async function giveBackTalk(
  work: Work,
  talk: string,
  telling: Record<'id' | 'en', Telling>,
  by: Actor,
  now: Date,
): Promise<boolean> {
  const row = await work
    .updateTable('conversations')
    .set({ owner: 'bot', held_by: null, held_until: null })
    .where('conversation_key', '=', talk)
    .where('owner', '<>', 'bot')
    .returning('language')
    .executeTakeFirst();
  if (!row) return false;
  await keepAudit(work, by, 'talk.given-back', null, now, { talk });
  await put(work, talk, telling[row.language ?? 'id'], now);
  return true;
}

/** Staff says something in a talk it holds, and holds it longer by that. */
export async function sayInTalk(
  work: Work,
  talk: string,
  text: string,
  by: Actor,
  until: Date,
  now: Date,
): Promise<boolean> {
  const row = await work
    .updateTable('conversations')
    .set({ held_until: until })
    .where('conversation_key', '=', talk)
    .where('owner', '=', 'staff')
    .returning('conversation_key')
    .executeTakeFirst();
  if (!row) return false;
  await keepAudit(work, by, 'talk.said', null, now, { talk });
  await put(work, talk, { text, choices: [], from: 'staff' }, now);
  return true;
}

async function put(work: Work, talk: string, telling: Telling & { from?: 'staff' }, now: Date): Promise<void> {
  const { id } = await work
    .insertInto('outbox')
    .values({
      message_key: crypto.randomUUID(),
      kind: 'talk',
      case_number: null,
      conversation_key: talk,
      payload: JSON.stringify(telling),
      due_at: now,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await work
    .updateTable('outbox')
    .set({ message_key: `talk-${id}` })
    .where('id', '=', id)
    .execute();
  await announceOutbox(work);
}
