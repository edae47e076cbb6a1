import { z } from 'zod';
import { call } from './call.ts';
import { momentSchema, pageSchema, reasonSchema } from './fields.ts';

const titleSchema = z.object({ id: z.string(), en: z.string() });
const channelSchema = z.enum(['web', 'whatsapp', 'bot-service']);
const languageSchema = z.enum(['id', 'en']);
/** `gone`: she erased her data before it reached her. */
export const toldStateSchema = z.enum(['waiting', 'parked', 'sent', 'delivered', 'failed', 'gone']);

const countSchema = z.object({ channel: channelSchema, state: toldStateSchema, people: z.number() });
export type ToldCount = z.infer<typeof countSchema>;

const noticeSchema = z.object({
  id: z.number(),
  /** `correction`: an answer was wrong; `answer`: there is one now. */
  kind: z.enum(['correction', 'answer']),
  table: z.string(),
  key: z.string(),
  title: titleSchema,
  /** The revision that exporters are told of. */
  revision: z.number(),
  reason: z.string(),
  madeBy: z.string(),
  madeAt: momentSchema,
  /** Null: nobody has decided yet. */
  outcome: z.enum(['sent', 'set-aside']).nullable(),
  settledBy: z.string().nullable(),
  settledAt: momentSchema.nullable(),
});
export type NoticeShown = z.infer<typeof noticeSchema>;

/** What exporters were told, or are about to be: those that wait for a decision first. */
export const listNotices = call({
  name: 'list-notices',
  method: 'GET',
  path: '/notices',
  act: 'recall-answers',
  query: pageSchema,
  reply: z.object({
    notices: z.array(noticeSchema.extend({ counts: z.array(countSchema) })),
    total: z.number(),
  }),
});

const personSchema = z.object({
  /** The talk in which she is told; null for who may not read talks. */
  talk: z.string().nullable(),
  channel: channelSchema,
  language: languageSchema,
  question: z.string(),
  at: momentSchema,
  /** The revision she got; null: of a notice that went out. */
  revision: z.number().nullable(),
  /** Null: not yet on its way. */
  state: toldStateSchema.nullable(),
  since: momentSchema.nullable(),
});
export type PersonShown = z.infer<typeof personSchema>;

/** Who is told, how many, and in which words. */
const audienceSchema = z.object({
  people: z.number(),
  byChannel: z.array(z.object({ channel: channelSchema, people: z.number() })),
  /** Left out, because they asked for silence. */
  silent: z.number(),
  /** As the first of each language will read it. */
  samples: z.array(z.object({ language: languageSchema, text: z.string() })),
});
export type Audience = z.infer<typeof audienceSchema>;

/** One notice with the people it goes to, or went to. Finding out whom an old answer misled may take some seconds. */
export const readNotice = call({
  name: 'read-notice',
  method: 'GET',
  path: '/notices/:id',
  act: 'recall-answers',
  isAudited: true,
  query: pageSchema,
  reply: z.object({
    notice: noticeSchema.nullable(),
    counts: z.array(countSchema),
    audience: audienceSchema.nullable(),
    people: z.array(personSchema),
    total: z.number(),
  }),
});

/** Sends it to everybody on the list as it is at this moment, once. `settled`: somebody has decided already. */
export const sendNotice = call({
  name: 'send-notice',
  method: 'POST',
  path: '/notices/:id/send',
  act: 'recall-answers',
  body: z.strictObject({}),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sent'), people: z.number() }),
    z.object({ kind: z.literal('settled') }),
    z.object({ kind: z.literal('nobody') }),
    z.object({ kind: z.literal('unknown') }),
  ]),
});

/** Nobody is told. */
export const setNoticeAside = call({
  name: 'set-notice-aside',
  method: 'POST',
  path: '/notices/:id/set-aside',
  act: 'recall-answers',
  body: z.strictObject({ reason: reasonSchema }),
  reply: z.object({ kind: z.enum(['set-aside', 'settled']) }),
});

/** Says of a revision that was published without it that the one before was wrong. */
export const makeNotice = call({
  name: 'make-notice',
  method: 'POST',
  path: '/notices',
  act: 'recall-answers',
  body: z.strictObject({
    table: z.string().max(40),
    key: z.string().max(200),
    revision: z.number().int().min(2),
    reason: reasonSchema,
  }),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('made'), id: z.number() }),
    /** There is no such revision, or it has a notice already. */
    z.object({ kind: z.literal('not-made') }),
  ]),
});

/** Wordings exactly as they were listed. */
const wordingsSchema = z.array(z.string().min(1).max(4_000)).min(1).max(200);

/** Questions that have got an answer, published by now, and whose askers do not know of it. */
export const listAnswered = call({
  name: 'list-answered',
  method: 'GET',
  path: '/notices/answered',
  act: 'recall-answers',
  reply: z.object({
    answered: z.array(z.object({ entry: z.string(), title: titleSchema, questions: z.array(z.string()) })),
  }),
});
export type Answered = z.infer<typeof listAnswered.reply>['answered'][number];

const askersSchema = z.strictObject({ entry: z.string().min(1).max(200), questions: wordingsSchema });

/** Whom telling them would reach, and with which words; nothing is sent. */
export const countAskers = call({
  name: 'count-askers',
  method: 'POST',
  path: '/notices/answered/count',
  act: 'recall-answers',
  isAudited: false,
  body: askersSchema,
  reply: z.object({ audience: audienceSchema.nullable() }),
});

/** Tells who asked this in vain what the answer is. */
export const tellAskers = call({
  name: 'tell-askers',
  method: 'POST',
  path: '/notices/answered/tell',
  act: 'recall-answers',
  body: askersSchema,
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sent'), id: z.number(), people: z.number() }),
    z.object({ kind: z.literal('nobody') }),
    /** The entry is not published. */
    z.object({ kind: z.literal('unknown') }),
  ]),
});
