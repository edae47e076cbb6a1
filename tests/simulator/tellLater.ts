import { caseOfFault } from '../../src/cases/index.ts';
import { openTurns, type Storage } from '../../src/storage/index.ts';
import { testCaseDesk } from '../support/testCaseDesk.ts';

/**
 * Says something to a phone unasked, as a reply to a case does.
 *
 * @returns false when that phone has never written
 */
export async function tellLater(database: Storage['db'], number: string, text: string, now: Date): Promise<boolean> {
  const person = await database
    .selectFrom('whatsapp_people')
    .select('conversation_key')
    .where('phone', '=', number)
    .executeTakeFirst();
  if (!person) return false;
  const turns = openTurns(database, 'whatsapp', (talk, said) => caseOfFault(testCaseDesk(), talk, said));
  await turns.say(person.conversation_key, [{ type: 'message', text }], now);
  return true;
}
