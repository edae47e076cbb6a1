import type { Selectable, Transaction } from 'kysely';
import type { Names } from '../../channels/whatsapp/receive/events.ts';
import type { Tables, WhatsAppPeopleTable } from '../tables.ts';

type Work = Transaction<Tables>;

/** A person as she was kept. */
export type Person = Selectable<WhatsAppPeopleTable>;

/** What finding people needs to know beside their names. */
export interface PeopleOptions {
  readonly phoneNumberId: string;
  /** A part of a key that nobody can guess. */
  readonly newKey: () => string;
}

/**
 * The person of these names, made when she is new.
 *
 * The business-scoped id decides; the number is an attribute that may pass to somebody else. Two people who are known
 * are never made one: whoever shows up with a number has it from now on, and the other one loses it, for what is sent
 * there would reach the wrong person.
 */
export async function findOrMakePerson(work: Work, options: PeopleOptions, who: Names, at: Date, now: Date) {
  const found = await findPerson(work, options.phoneNumberId, who);
  if (found) return learnNames(work, found, who);
  return makePerson(work, options, who, at, now);
}

/** @returns undefined when nobody is known by these names */
export async function findPerson(work: Work, phoneNumberId: string, who: Names): Promise<Person | undefined> {
  const byId = who.userId && (await findBy(work, phoneNumberId, 'user_id', who.userId));
  if (byId) return byId;
  const byPhone = who.phone ? await findBy(work, phoneNumberId, 'phone', who.phone) : undefined;
  // The same number under another id: somebody else has it now.
  const isOther = byPhone?.user_id && who.userId && byPhone.user_id !== who.userId;
  return isOther ? undefined : byPhone;
}

function findBy(work: Work, phoneNumberId: string, column: 'user_id' | 'phone', value: string) {
  return work
    .selectFrom('whatsapp_people')
    .selectAll()
    .where('phone_number_id', '=', phoneNumberId)
    .where(column, '=', value)
    .executeTakeFirst();
}

async function makePerson(work: Work, options: PeopleOptions, who: Names, at: Date, now: Date): Promise<Person> {
  const key = options.newKey();
  const exporter = { exporter_key: `wa_${key}`, channel: 'whatsapp' as const };
  const conversation = { conversation_key: `wa_talk_${key}`, ...exporter };
  await work
    .insertInto('exporters')
    .values({ ...exporter, resume_hash: null, created_at: now, seen_at: now })
    .execute();
  await work
    .insertInto('conversations')
    .values({ ...conversation, language: null, state: null, last_stamped_at: now, created_at: now })
    .execute();
  await freePhone(work, options.phoneNumberId, who.phone);
  return work
    .insertInto('whatsapp_people')
    .values({
      exporter_key: exporter.exporter_key,
      conversation_key: conversation.conversation_key,
      phone_number_id: options.phoneNumberId,
      last_inbound_at: at,
      ...columnsOf(who),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Writes down names that are new; a name she does not show this time is not forgotten. */
export async function learnNames(work: Work, person: Person, who: Names): Promise<Person> {
  const told = columnsOf(who);
  const news = Object.entries(told).filter(([column, name]) => person[column as keyof typeof told] !== name);
  if (news.length === 0) return person;
  if (who.phone && who.phone !== person.phone) await freePhone(work, person.phone_number_id, who.phone);
  return work
    .updateTable('whatsapp_people')
    .set(Object.fromEntries(news))
    .where('exporter_key', '=', person.exporter_key)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function freePhone(work: Work, phoneNumberId: string, phone: string | undefined): Promise<void> {
  if (!phone) return;
  await work
    .updateTable('whatsapp_people')
    .set({ phone: null })
    .where('phone_number_id', '=', phoneNumberId)
    .where('phone', '=', phone)
    .execute();
}

function columnsOf({ userId, parentUserId, phone, username }: Names) {
  return {
    ...(userId && { user_id: userId }),
    ...(parentUserId && { parent_user_id: parentUserId }),
    ...(phone && { phone }),
    ...(username && { username }),
  };
}
