import { sql } from 'kysely';
import type { Database } from '../openDatabase.ts';
import { keepAudit } from './keepEvent.ts';

/** Words that did not reach an exporter. */
export interface NotTold {
  readonly conversationKey: string;
  readonly sequence: number;
  /** Of the channel: why not. */
  readonly reason: string;
}

/**
 * Has staff look at the case that undelivered words belong to: the one they name, else the newest open one of the talk.
 * Words of no case, such as an answer of the bot, trouble nobody.
 */
export async function noteNotTold(database: Database, notTold: NotTold, now: Date): Promise<void> {
  const { conversationKey, sequence, reason } = notTold;
  await database.transaction().execute(async (work) => {
    const { rows } = await sql<{ case_number: string }>`
      update cases set attention = 'not-told' where case_number = (
        select c.case_number from cases c
        left join activities a on a.conversation_key = c.conversation_key and a.sequence = ${sequence}
        where c.conversation_key = ${conversationKey}
          and (c.state <> 'closed' or position(c.case_number in coalesce(a.activity ->> 'text', '')) > 0)
        order by position(c.case_number in coalesce(a.activity ->> 'text', '')) > 0 desc, c.case_number desc
        limit 1
      ) returning case_number
    `.execute(work);
    for (const row of rows)
      await keepAudit(work, { kind: 'system' }, 'telling.failed', row.case_number, now, { reason });
  });
}
