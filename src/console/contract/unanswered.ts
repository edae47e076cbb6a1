import { z } from 'zod';
import { call } from './call.ts';
import { momentSchema, pageSchema, reasonSchema } from './fields.ts';

const languageSchema = z.enum(['id', 'en']);

/** `miss`: the bot had no answer; `thumbs-down`: it had one that did not help. */
export const unansweredKindSchema = z.enum(['miss', 'thumbs-down']);

const askedSchema = z.object({
  text: z.string(),
  language: languageSchema,
  kind: unansweredKindSchema,
  count: z.number(),
});
export type AskedQuestion = z.infer<typeof askedSchema>;

const entryNameSchema = z.object({ key: z.string(), title: z.object({ id: z.string(), en: z.string() }) });

const groupSchema = z.object({
  /** The words that stand for the group; also its name. */
  leader: z.string(),
  /** The most frequent first, at most two hundred. */
  questions: z.array(askedSchema),
  /** How many different wordings there are. */
  wordings: z.number(),
  misses: z.number(),
  thumbsDown: z.number(),
  last7: z.number(),
  /** The seven days before those. */
  before7: z.number(),
  last30: z.number(),
  /** One number a day for thirty days, today last; days of WIB. */
  days: z.array(z.number()),
  lastAt: momentSchema,
  /** Answers that got the thumbs down. */
  disliked: z.array(entryNameSchema),
  /** Entries that came nearest, the most frequent first. */
  nearest: z.array(entryNameSchema),
  /** The entry that a wording without an answer leads to by now. */
  answeredBy: entryNameSchema.nullable(),
});
export type UnansweredGroup = z.infer<typeof groupSchema>;

export const listUnanswered = call({
  name: 'list-unanswered',
  method: 'GET',
  path: '/unanswered',
  act: 'read-unanswered',
  query: pageSchema.extend({
    words: z.string().trim().max(100).optional(),
    kind: unansweredKindSchema.optional(),
    language: languageSchema.optional(),
    order: z.enum(['often', 'recent', 'rising']).default('often'),
  }),
  reply: z.object({
    groups: z.array(groupSchema),
    total: z.number(),
    questions: z.number(),
    /** There are more different wordings than are grouped at once; the newest are. */
    isCut: z.boolean(),
  }),
});

/** Every entry with its title, for the picker. */
export const listEntryNames = call({
  name: 'list-entry-names',
  method: 'GET',
  path: '/unanswered/entries',
  act: 'read-unanswered',
  reply: z.object({ entries: z.array(entryNameSchema) }),
});

/** The wordings, exactly as they were listed; whoever asked them is not on the wire. */
const wordingsSchema = z.array(z.string().min(1).max(4_000)).min(1).max(200);

/**
 * Makes phrasings part of an entry, and settles the questions that they come from: who may publish publishes, who may
 * only write sends a draft to review.
 */
export const addPhrasings = call({
  name: 'add-phrasings',
  method: 'POST',
  path: '/unanswered/phrasings',
  act: 'settle-unanswered',
  body: z.strictObject({
    entry: z.string().min(1).max(200),
    phrasings: z
      .array(z.strictObject({ language: languageSchema, text: z.string().trim().min(2).max(300) }))
      .min(1)
      .max(20),
    questions: wordingsSchema,
    reason: reasonSchema,
  }),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('published'), version: z.number(), settled: z.number() }),
    z.object({ kind: z.literal('in-review'), settled: z.number() }),
    /** Somebody is writing on this entry: the phrasing belongs into that draft. */
    z.object({ kind: z.literal('draft-exists') }),
    z.object({ kind: z.literal('unknown') }),
    /** Somebody else published the entry at the same moment: nothing was changed. */
    z.object({ kind: z.literal('conflict') }),
    /** Another entry has this phrasing already. */
    z.object({ kind: z.literal('taken'), phrasing: z.string(), by: entryNameSchema }),
    z.object({ kind: z.literal('invalid'), message: z.string() }),
  ]),
});

/** Takes questions off the list without an answer: off-topic, a test, already answered by a person. */
export const setAside = call({
  name: 'set-aside',
  method: 'POST',
  path: '/unanswered/set-aside',
  act: 'settle-unanswered',
  body: z.strictObject({ questions: wordingsSchema, reason: reasonSchema }),
  /** `at`: what {@link restoreSetAside} takes to undo it. */
  reply: z.object({ settled: z.number(), at: momentSchema }),
});

const asideSchema = z.object({
  at: momentSchema,
  by: z.string(),
  byName: z.string(),
  reason: z.string(),
  /** Different wordings, at most twenty. */
  questions: z.array(z.string()),
  /** How many times they were asked. */
  count: z.number(),
});
export type Aside = z.infer<typeof asideSchema>;

/** What was set aside within the thirty days that the list looks back, the latest first. */
export const listSetAside = call({
  name: 'list-set-aside',
  method: 'GET',
  path: '/unanswered/set-aside',
  act: 'read-unanswered',
  query: pageSchema,
  reply: z.object({ asides: z.array(asideSchema), total: z.number() }),
});

/** Puts back on the list what somebody set aside at a moment; left out `by`: what the caller did. */
export const restoreSetAside = call({
  name: 'restore-set-aside',
  method: 'POST',
  path: '/unanswered/restore',
  act: 'settle-unanswered',
  body: z.strictObject({ at: momentSchema, by: z.string().max(100).optional() }),
  reply: z.object({ restored: z.number() }),
});
