import type { z } from 'zod';
import type { Knowledge } from '../../../knowledge/index.ts';
import type { readTalk, TalkPhone } from '../../contract/talks.ts';
import { deliveryShown } from '../deliveries/deliveryShown.ts';
import { nameIn, rowsOfSlot } from '../nameIn.ts';
import type { KeptPhone, TalkFile } from './talkReader.ts';

/** WhatsApp lets anything be said so long after she wrote last. */
const WINDOW_MS = 24 * 3_600_000;

/** A talk as staff see it. */
export function talkShown(file: TalkFile, knowledge: Knowledge, now: Date): z.input<typeof readTalk.reply> {
  const { talk, phone, about, lines, turns } = file;
  return {
    talk,
    phone: phone && phoneShown(phone, now),
    about: about.map(({ kind, rows }) => ({ kind, rows: rows.map((key) => nameIn(rowsOfSlot(knowledge, kind), key)) })),
    lines: lines.map(({ delivery, ...line }) => ({ ...line, delivery: delivery && deliveryShown(delivery) })),
    turns: [...turns],
  };
}

function phoneShown({ lastInboundAt, shutAt, invitedAt, ...phone }: KeptPhone, now: Date): TalkPhone {
  const end = new Date(lastInboundAt.getTime() + WINDOW_MS);
  const isShut = shutAt !== null && shutAt >= lastInboundAt;
  return {
    ...phone,
    openUntil: !isShut && end > now ? end.toISOString() : null,
    invitedAt: invitedAt?.toISOString() ?? null,
  };
}
