import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cleanJson } from '../../cleanJson.ts';
import type { KeptEvent } from './events.ts';

const record = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());

/** As little as must be there; everything else is looked at when an event is worked on. */
const payloadSchema = z.object({ object: z.string(), entry: list });
const entrySchema = z.object({ changes: list });
const changeSchema = z.object({ field: z.string(), value: record });
const valueSchema = z.looseObject({
  metadata: z.looseObject({ phone_number_id: z.coerce.string() }),
  contacts: list.optional().catch(undefined),
  messages: list.optional().catch(undefined),
  statuses: list.optional().catch(undefined),
});
const messageSchema = z.looseObject({ id: z.string().min(1).max(500) });
const statusSchema = messageSchema.extend({ status: z.string().max(50) });

/** What a signed body brought. */
export interface ReadPayload {
  readonly events: readonly KeptEvent[];
  /** Changes of other numbers than ours. */
  readonly foreign: number;
}

/**
 * Takes a body apart: every message and every status of every change of every entry, each with its key.
 *
 * It never throws. What cannot be read becomes an event for people to look at; changes of other fields than `messages`,
 * and of other numbers, are not ours.
 */
export function readPayload(body: Buffer, phoneNumberId: string): ReadPayload {
  const payload = parse(body);
  const read = payloadSchema.safeParse(payload);
  if (!read.success) return { events: [parked(payload ?? body.toString(), 'no payload of WhatsApp')], foreign: 0 };
  const events: KeptEvent[] = [];
  let foreign = 0;
  for (const change of read.data.entry.flatMap(changesOf)) {
    const checked = changeSchema.safeParse(change);
    if (!checked.success) events.push(parked(change, 'no change'));
    else if (checked.data.field === 'messages') {
      const value = valueSchema.safeParse(checked.data.value);
      if (!value.success) events.push(parked(change, 'no number'));
      else if (value.data.metadata.phone_number_id !== phoneNumberId) foreign += 1;
      else events.push(...eventsOf(value.data));
    }
  }
  return { events, foreign };
}

/** Bytes that are no UTF-8 become signs of replacement: a letter is lost, not the message. */
function parse(body: Buffer): unknown {
  try {
    return cleanJson(JSON.parse(new TextDecoder().decode(body)));
  } catch {
    // Broken, or nested deeper than anything Meta sends: it is kept as text for people to look at.
    return undefined;
  }
}

function changesOf(entry: unknown): unknown[] {
  const read = entrySchema.safeParse(entry);
  return read.success ? read.data.changes : [entry];
}

function eventsOf({ contacts, messages = [], statuses = [] }: z.infer<typeof valueSchema>): KeptEvent[] {
  return [...messages.map((message) => messageEvent(message, contacts)), ...statuses.map(statusEvent)];
}

function messageEvent(message: unknown, contacts: unknown[] | undefined): KeptEvent {
  const read = messageSchema.safeParse(message);
  if (!read.success) return parked(message, 'a message without an id');
  return { key: `message:${hashOf(read.data.id)}`, payload: { message, contacts } };
}

/** A status comes once for each step, so the step is part of the key. */
function statusEvent(status: unknown): KeptEvent {
  const read = statusSchema.safeParse(status);
  if (!read.success) return parked(status, 'a status without an id');
  return { key: `status:${hashOf(read.data.id)}:${read.data.status}`, payload: { status } };
}

function parked(payload: unknown, parkedBecause: string): KeptEvent {
  const kept = typeof payload === 'string' ? cleanJson(payload) : payload;
  return { key: `parked:${hashOf(JSON.stringify(kept) ?? '')}`, payload: kept, parkedBecause };
}

/** Meta's ids hold the number of whoever wrote, and keys outlive everything else of an event. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
