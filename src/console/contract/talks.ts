import { z } from 'zod';
import { call } from './call.ts';
import { momentSchema, pageSchema } from './fields.ts';

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
});
export type ListedTalk = z.infer<typeof listedTalkSchema>;

/** Talks in which an exporter has said something, the liveliest first. */
export const listTalks = call({
  name: 'list-talks',
  method: 'GET',
  path: '/talks',
  act: 'read-talks',
  query: pageSchema.extend({
    owner: ownerSchema.optional(),
    channel: channelSchema.optional(),
    words: z.string().trim().max(100).optional(),
  }),
  reply: z.object({ talks: z.array(listedTalkSchema), total: z.number() }),
});

const lineSchema = z.object({
  sequence: z.number(),
  from: z.enum(['exporter', 'bot']),
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

/** One talk: the last two hundred things said, its questions with their explanations, what it is about. */
export const readTalk = call({
  name: 'read-talk',
  method: 'GET',
  path: '/talks/:key',
  act: 'read-talks',
  query: z.object({ isRefresh: z.stringbool().default(false) }),
  reply: z.object({
    talk: listedTalkSchema,
    about: z.array(z.object({ kind: z.string(), rows: z.array(z.string()) })),
    lines: z.array(lineSchema),
    turns: z.array(turnSchema),
  }),
});

const doneSchema = z.object({ isDone: z.boolean() });

export const takeTalk = call({
  name: 'take-talk',
  method: 'POST',
  path: '/talks/:key/take',
  act: 'answer-talks',
  body: z.strictObject({}),
  reply: doneSchema,
});

export const giveTalkBack = call({
  name: 'give-talk-back',
  method: 'POST',
  path: '/talks/:key/give-back',
  act: 'answer-talks',
  body: z.strictObject({}),
  reply: doneSchema,
});

/** Says something in a talk that staff holds; false when nobody of the staff does. */
export const sayInTalk = call({
  name: 'say-in-talk',
  method: 'POST',
  path: '/talks/:key/say',
  act: 'answer-talks',
  body: z.strictObject({ text: z.string().trim().min(1).max(4_000) }),
  reply: doneSchema,
});
