import type { Transaction } from 'kysely';
import type { Names } from '../../channels/whatsapp/receive/events.ts';
import type { Tables } from '../tables.ts';
import { findPerson, learnNames } from './findPerson.ts';

/**
 * Follows a person to her new number or id.
 *
 * When somebody is known by the new names already, both stay as they are: which of them speaks is found out when she
 * writes, and what the one said is never shown to the other.
 */
export async function movePerson(
  work: Transaction<Tables>,
  phoneNumberId: string,
  from: Names,
  to: Names,
): Promise<void> {
  const person = await findPerson(work, phoneNumberId, from);
  if (!person) return;
  const other = await findPerson(work, phoneNumberId, to);
  if (other && other.exporter_key !== person.exporter_key) return;
  await learnNames(work, person, to);
}
