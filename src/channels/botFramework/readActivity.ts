import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { Refusal } from '../http/index.ts';

/** Channels that have a door of their own here: nobody may come in by Azure and claim to be one of them. */
const OUR_OWN = new Set(['directline', 'webchat', 'whatsapp']);

const account = z.looseObject({ id: z.string().min(1).max(500) });
const time = z.iso.datetime({ offset: true }).pipe(z.coerce.date()).optional().catch(undefined);

const activitySchema = z.looseObject({
  type: z.string().min(1).max(50),
  id: z.string().max(500).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https$/ }),
  conversation: account,
  from: account,
  recipient: account,
  text: z.string().max(50_000).optional(),
  timestamp: time,
  localTimestamp: time,
  expiration: time,
});

/**
 * Reads an activity of Azure Bot Service: the fields a turn lives by are there, times are Dates.
 *
 * @throws {Refusal} 400 when it is none, 403 when it claims to come from a channel of our own
 */
export function readActivity(body: unknown): Activity {
  const read = activitySchema.safeParse(body);
  if (!read.success) throw new Refusal(400, 'BadActivity', 'The body is no activity.');
  if (OUR_OWN.has(read.data.channelId.toLowerCase()))
    throw new Refusal(403, 'ForeignChannel', 'That channel has its own address.');
  const { deliveryMode: _, ...activity } = read.data;
  return activity as unknown as Activity;
}
