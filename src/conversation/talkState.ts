import { z } from 'zod';
import type { Slots } from '../answers/index.ts';
import { SLOTS } from '../knowledge/index.ts';
import { choiceSchema } from './action.ts';

const slotsSchema = z.partialRecord(z.enum(SLOTS), z.array(z.string()));
const askedSchema = z.object({ entry: z.string(), slots: slotsSchema });

const talkStateSchema = z.object({
  language: z.enum(['id', 'en']).optional(),
  /** She has been welcomed. */
  isGreeted: z.boolean().default(false),
  /** She has said something. */
  hasSpoken: z.boolean().default(false),
  /** Asked not to be written to. */
  isStopped: z.boolean().default(false),
  /** What the talk is about: product and destination are carried from question to question. */
  slots: slotsSchema.default({}),
  /** The answer shown last: "kalau ke Chile?" and "selengkapnya" build on it. */
  last: askedSchema.optional(),
  /** An entry that still has to be told a row: "negara mana?". */
  pending: askedSchema.extend({ missing: z.enum(SLOTS) }).optional(),
  /** What can be chosen by number or by its words, in the order shown. */
  offered: z.array(choiceSchema).default([]),
  /** Questions in a row that found no answer. */
  misses: z.number().default(0),
});

/** What a talk remembers from turn to turn. */
export type TalkState = z.infer<typeof talkStateSchema>;

/** The state as it was kept; an unreadable or missing one begins anew rather than failing every turn of a talk. */
export function readTalkState(kept: unknown): TalkState {
  const read = talkStateSchema.safeParse(kept ?? {});
  return read.success ? read.data : talkStateSchema.parse({});
}

/** The kinds of rows that a talk carries on from question to question. */
const CARRIED = ['product', 'destination', 'agreement'] as const;

/**
 * What a talk is about after a question that names rows.
 *
 * A newly named country takes the agreement of the old one away, unless the question names one too: Form D is not asked
 * about any more when she goes on to Chile.
 */
export function remember(known: TalkState['slots'], named: Slots): TalkState['slots'] {
  const kept: TalkState['slots'] = { ...known };
  if (named.destination && !named.agreement) delete kept.agreement;
  for (const slot of CARRIED) {
    const rows = named[slot];
    if (rows) kept[slot] = [...rows];
  }
  return kept;
}
