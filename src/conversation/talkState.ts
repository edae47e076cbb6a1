import { z } from 'zod';
import type { Slots } from '../answers/index.ts';
import { SLOTS } from '../knowledge/index.ts';
import { choiceSchema } from './action.ts';

const slotsSchema = z.partialRecord(z.enum(SLOTS), z.array(z.string()));
const askedSchema = z.object({ entry: z.string(), slots: slotsSchema });

/** Steps of an intake, each one short question; `confirm` is the summary. */
export const INTAKE_STEPS = [
  'problem',
  'goods',
  'place',
  'since',
  'perishable',
  'company',
  'email',
  'confirm',
] as const;
export type IntakeStep = (typeof INTAKE_STEPS)[number];

const told = z.string().max(2_000).optional();
const intakeSchema = z.object({
  door: z.enum(['unsolved', 'not-helpful', 'person', 'stuck']),
  /** The step she is asked now, and those to come. */
  steps: z.array(z.enum(INTAKE_STEPS)).min(1),
  /** One answer is being changed: the summary comes next. */
  isChanging: z.boolean().default(false),
  /** She asked something else meanwhile; it goes on when she says so. */
  isPaused: z.boolean().default(false),
  topic: z.string(),
  nearestUnit: z.string().optional(),
  needsCoordination: z.boolean().default(false),
  slots: slotsSchema,
  told: z.object({
    problem: told,
    goods: told,
    place: told,
    since: told,
    perishable: told,
    company: told,
    email: told,
  }),
});
export type IntakeState = z.infer<typeof intakeSchema>;

/** What her next words are for. */
const awaitedSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('supply'), number: z.string() }),
  z.object({ what: z.literal('reopen'), number: z.string() }),
  z.object({ what: z.literal('add'), number: z.string(), words: z.string().max(2_000) }),
  z.object({ what: z.literal('erase') }),
]);

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
  /** Her questions that found no answer, in her own words; the beginning of a case. */
  unsolved: z.array(z.string().max(2_000)).default([]),
  /** What she asked last, in her own words. */
  lastQuestion: z.string().max(2_000).optional(),
  /** Her own words when she said that her goods are held. */
  stuck: z.string().max(2_000).optional(),
  /** The topic and unit that came nearest: whom a case goes to. */
  near: z.object({ topic: z.string(), unit: z.string() }).optional(),
  /** A case has just been offered: "ya" takes it. */
  offersCase: z.boolean().default(false),
  intake: intakeSchema.optional(),
  awaited: awaitedSchema.optional(),
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
