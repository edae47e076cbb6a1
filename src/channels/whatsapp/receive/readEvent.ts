import { z } from 'zod';
import { failureOf } from '../send/errorClass.ts';
import type { KeptEvent, Meaning, Names, StatusTold } from './events.ts';
import { readContent } from './readContent.ts';

const id = z.string().min(1).max(500);
const seconds = z.coerce.number().int().positive().max(1e11);

const messageSchema = z.looseObject({
  id,
  type: z.string(),
  timestamp: seconds.optional().catch(undefined),
  from: z.coerce.string().optional(),
  from_user_id: id.optional(),
  from_parent_user_id: id.optional(),
  group_id: z.unknown().optional(),
});
type Message = z.infer<typeof messageSchema>;

const contactSchema = z.looseObject({
  profile: z.looseObject({ username: z.string().optional() }).optional(),
  wa_id: z.coerce.string().optional(),
  user_id: id.optional(),
  parent_user_id: id.optional(),
});

const systemSchema = z.looseObject({
  type: z.string(),
  wa_id: z.coerce.string().optional(),
  new_wa_id: z.coerce.string().optional(),
  user_id: id.optional(),
  previous_user_id: id.optional(),
  parent_user_id: id.optional(),
});

const statusSchema = z.looseObject({
  id,
  status: z.string(),
  timestamp: seconds.optional().catch(undefined),
  biz_opaque_callback_data: z.string().max(512).optional().catch(undefined),
  errors: z
    .array(z.looseObject({ code: z.coerce.number().int() }))
    .optional()
    .catch(undefined),
});

/** Meta tries a delivery for seven days; what is older was recorded by somebody and is played again. */
const OLDEST_MS = 8 * 24 * 3_600_000;
const LONGEST_NAME = 200;

/** What an event cannot be read as; it is parked for people to look at. */
export class Unreadable extends Error {}

/**
 * What a kept event means.
 *
 * @throws {Unreadable} when it has not the form of a message or a status
 */
export function readEvent({ payload }: Pick<KeptEvent, 'payload'>, now: Date): Meaning {
  const { message, status, contacts = [] } = payload as { message?: unknown; status?: unknown; contacts?: unknown[] };
  if (status !== undefined) return readStatus(status, now);
  const read = messageSchema.safeParse(message);
  if (!read.success) throw new Unreadable('a message of an unknown form');
  return readMessage(read.data, contacts, now);
}

function readMessage(message: Message, contacts: readonly unknown[], now: Date): Meaning {
  const at = timeOf(message.timestamp, now);
  if (message.group_id !== undefined || now.getTime() - at.getTime() > OLDEST_MS) return { kind: 'nothing' };
  const who = namesOf(message, contacts);
  if (message.type === 'system') return readSystem(message, who);
  if (!who.phone && !who.userId) throw new Unreadable('a message of nobody');
  if (message.type === 'revoke') return revoked(message, who);
  const content = readContent(message);
  if (!content) return { kind: 'nothing' };
  return { kind: 'said', who, wamid: message.id, at, ...content };
}

function revoked(message: Message, who: Names): Meaning {
  const wamid = z.looseObject({ original_message_id: id }).safeParse(message.revoke).data?.original_message_id;
  return wamid ? { kind: 'revoked', who, wamid } : { kind: 'nothing' };
}

/** A message names its sender; the contacts beside it, in any order and sometimes missing, tell more about her. */
function namesOf(message: Message, contacts: readonly unknown[]): Names {
  const known = contacts
    .map((contact) => contactSchema.safeParse(contact).data)
    .filter((contact) => contact !== undefined);
  const phone = phoneOf(message.from);
  const isAlone = known.length === 1 && !phone && !message.from_user_id;
  const contact = known.find(
    ({ wa_id, user_id }) => (phone && phoneOf(wa_id) === phone) || (user_id && user_id === message.from_user_id),
  );
  const about = contact ?? (isAlone ? known[0] : undefined);
  return withoutGaps({
    userId: message.from_user_id ?? about?.user_id,
    parentUserId: message.from_parent_user_id ?? about?.parent_user_id,
    phone: phone ?? phoneOf(about?.wa_id),
    username: about?.profile?.username?.slice(0, LONGEST_NAME),
  });
}

/** Changes of number and of id; they come without contacts, and who moved is told by the names she had. */
function readSystem(message: Message, who: Names): Meaning {
  const read = systemSchema.safeParse(message.system);
  if (!read.success || !/^user_changed_(number|user_id)$/.test(read.data.type)) return { kind: 'nothing' };
  const { previous_user_id, user_id, parent_user_id, wa_id, new_wa_id } = read.data;
  const from = withoutGaps({ userId: previous_user_id ?? who.userId, phone: who.phone });
  const to = withoutGaps({ userId: user_id, parentUserId: parent_user_id, phone: phoneOf(new_wa_id ?? wa_id) });
  const isSaid = (from.userId || from.phone) && (to.userId || to.phone);
  return isSaid ? { kind: 'moved', from, to } : { kind: 'nothing' };
}

function readStatus(status: unknown, now: Date): Meaning {
  const read = statusSchema.safeParse(status);
  if (!read.success) throw new Unreadable('a status of an unknown form');
  const { id: wamid, timestamp, biz_opaque_callback_data: messageKey, errors } = read.data;
  const name = STATUSES[read.data.status];
  if (!name) return { kind: 'nothing' };
  const told = { kind: 'status', status: name, wamid, at: timeOf(timestamp, now) } satisfies StatusTold;
  const failure = name === 'failed' && { failure: failureOf(errors?.[0]?.code ?? 0) };
  return { ...told, ...(messageKey && { messageKey }), ...failure };
}

/** `played`: she listened to it, which is more than reading. */
const STATUSES: Readonly<Record<string, StatusTold['status']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

/** Times of the future are no times: a clock that is wrong must not hold a window open. */
function timeOf(timestamp: number | undefined, now: Date): Date {
  return new Date(Math.min(timestamp === undefined ? now.getTime() : timestamp * 1_000, now.getTime()));
}

function phoneOf(text: string | undefined): string | undefined {
  const digits = text?.replace(/\D/g, '');
  return digits && digits.length <= 20 ? digits : undefined;
}

function withoutGaps(names: { [name in keyof Names]: Names[name] | undefined }): Names {
  return Object.fromEntries(Object.entries(names).filter(([, name]) => name)) as Names;
}
