import { z } from 'zod';
import { call } from './call.ts';
import { deliverySchema } from './delivery.ts';
import { momentSchema, nameInBothSchema, pageSchema } from './fields.ts';

export const ownerSchema = z.enum(['bot', 'staff', 'unit']);
const channelSchema = z.enum(['web', 'whatsapp', 'bot-service']);

const listedTalkSchema = z.object({
  key: z.string(),
  channel: channelSchema,
  owner: ownerSchema,
  heldBy: z.string().nullable(),
  language: z.enum(['id', 'en']).nullable(),
  lastAt: momentSchema,
  lastText: z.string(),
  lastFrom: z.enum(['exporter', 'bot']),
  /** Something said in it lately did not arrive. */
  hasFailed: z.boolean(),
});
export type ListedTalk = z.infer<typeof listedTalkSchema>;

/** `waiting`: staff holds it and the exporter spoke last; `failed`: something lately did not arrive; `parked`: until she writes. */
const talkOnlySchema = z.enum(['waiting', 'failed', 'parked']);
export type TalkOnly = z.infer<typeof talkOnlySchema>;

/** Talks in which an exporter has said something, the liveliest first. */
export const listTalks = call({
  name: 'list-talks',
  method: 'GET',
  path: '/talks',
  act: 'read-talks',
  query: pageSchema.extend({
    owner: ownerSchema.optional(),
    channel: channelSchema.optional(),
    only: talkOnlySchema.optional(),
    words: z.string().trim().max(100).optional(),
  }),
  reply: z.object({ talks: z.array(listedTalkSchema), total: z.number() }),
});

const lineSchema = z.object({
  sequence: z.number(),
  from: z.enum(['exporter', 'bot', 'staff', 'case']),
  /** The case that it is about, of what a case told. */
  number: z.string().nullable(),
  /** On WhatsApp, of what was said to the exporter. */
  delivery: deliverySchema.nullable(),
  text: z.string(),
  choices: z.array(z.string()),
  at: momentSchema,
});
export type TalkLine = z.infer<typeof lineSchema>;

const turnSchema = z.object({
  turnId: z.string(),
  question: z.string(),
  decision: z.string(),
  entry: z.string().nullable(),
  confidence: z.number().nullable(),
  explanation: z.unknown(),
  verdict: z.enum(['up', 'down']).nullable(),
  at: momentSchema,
});
export type TalkTurn = z.infer<typeof turnSchema>;

const phoneSchema = z.object({
  /** Null: she hides it. */
  number: z.string().nullable(),
  username: z.string().nullable(),
  /** The end of the 24 hours in which WhatsApp lets anything be said; null: they are over. */
  openUntil: momentSchema.nullable(),
  /** How much waits for her to write. */
  parked: z.number(),
  /** When she was asked to come back and has not since; null: she was not. */
  invitedAt: momentSchema.nullable(),
});
export type TalkPhone = z.infer<typeof phoneSchema>;

/** One talk: the last two hundred things said, its questions with their explanations, what it is about. */
export const readTalk = call({
  name: 'read-talk',
  method: 'GET',
  path: '/talks/:key',
  act: 'read-talks',
  query: z.object({ isRefresh: z.stringbool().default(false) }),
  reply: z.object({
    talk: listedTalkSchema,
    /** On WhatsApp: whom to call, and until when she can be written to. */
    phone: phoneSchema.nullable(),
    about: z.array(z.object({ kind: z.string(), rows: z.array(nameInBothSchema) })),
    lines: z.array(lineSchema),
    turns: z.array(turnSchema),
  }),
});

/** What staff does in a talk the cases room writes down itself, in the transaction that does it. */
const doneSchema = z.object({ isDone: z.boolean() });

export const takeTalk = call({
  name: 'take-talk',
  method: 'POST',
  path: '/talks/:key/take',
  act: 'answer-talks',
  isAudited: false,
  body: z.strictObject({}),
  reply: doneSchema,
});

export const giveTalkBack = call({
  name: 'give-talk-back',
  method: 'POST',
  path: '/talks/:key/give-back',
  act: 'answer-talks',
  isAudited: false,
  body: z.strictObject({}),
  reply: doneSchema,
});

/** Says something in a talk that staff holds; false when nobody of the staff does. */
export const sayInTalk = call({
  name: 'say-in-talk',
  method: 'POST',
  path: '/talks/:key/say',
  act: 'answer-talks',
  isAudited: false,
  body: z.strictObject({ text: z.string().trim().min(1).max(4_000) }),
  reply: doneSchema,
});
