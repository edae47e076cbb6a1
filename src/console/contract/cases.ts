import { z } from 'zod';
import { call } from './call.ts';
import { momentSchema, pageSchema, reasonSchema } from './fields.ts';

const stateSchema = z.enum(['open', 'with-liaison', 'waiting-for-exporter', 'answered', 'closed']);
const outcomeSchema = z.enum(['solved', 'not-solved', 'no-reaction', 'withdrawn', 'duplicate', 'out-of-scope']);

const listedSchema = z.object({
  number: z.string(),
  problem: z.string(),
  topic: z.string(),
  state: stateSchema,
  unit: z.string().nullable(),
  unitName: z.string(),
  isUrgent: z.boolean(),
  attention: z.string().nullable(),
  openedAt: momentSchema,
  dueAt: momentSchema.nullable(),
  dueFor: z.string().nullable(),
  isOverdue: z.boolean(),
});
export type ListedCase = z.infer<typeof listedSchema>;

export const listCases = call({
  name: 'list-cases',
  method: 'GET',
  path: '/cases',
  act: 'read-cases',
  isAudited: true,
  query: pageSchema.extend({
    words: z.string().trim().max(100).optional(),
    state: stateSchema.optional(),
    /** `unclosed`: whatever is not closed. */
    only: z.enum(['unclosed', 'attention', 'urgent']).optional(),
    /** Key of a liaison; `desk`: with the centre itself. */
    unit: z.string().max(80).optional(),
  }),
  reply: z.object({ cases: z.array(listedSchema), total: z.number() }),
});

/** Those units that a case can be given to. */
export const listUnits = call({
  name: 'list-units',
  method: 'GET',
  path: '/cases/units',
  act: 'read-cases',
  reply: z.object({ units: z.array(z.object({ key: z.string(), name: z.string(), hasAddress: z.boolean() })) }),
});

const eventSchema = z.object({
  kind: z.string(),
  actorKind: z.enum(['exporter', 'staff', 'liaison', 'system']),
  actor: z.string(),
  words: z.string().nullable(),
  state: stateSchema,
  detail: z.object({
    from: z.string().optional(),
    to: z.string().optional(),
    until: z.string().optional(),
    outcome: outcomeSchema.optional(),
  }),
  at: momentSchema,
});
export type CaseEventShown = z.infer<typeof eventSchema>;

const fileSchema = listedSchema.extend({
  channel: z.string(),
  language: z.enum(['id', 'en']),
  door: z.string(),
  agreement: z.string().nullable(),
  product: z.string().nullable(),
  destination: z.string().nullable(),
  isShared: z.boolean(),
  promisedAt: momentSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  isErased: z.boolean(),
  /** The version that an act refers to. */
  version: z.number(),
  told: z.array(
    z.object({ field: z.enum(['goods', 'place', 'since', 'perishable', 'company', 'email']), words: z.string() }),
  ),
  transcript: z.array(z.object({ by: z.enum(['exporter', 'bot', 'staff']), text: z.string(), at: z.string() })),
  events: z.array(eventSchema),
  /** What may be done with it as it stands. */
  acts: z.array(z.string()),
});
export type CaseShown = z.infer<typeof fileSchema>;

export const readCase = call({
  name: 'read-case',
  method: 'GET',
  path: '/cases/file/:number',
  act: 'read-cases',
  isAudited: true,
  reply: z.object({ file: fileSchema.nullable() }),
});

const wordsSchema = z.string().trim().min(2).max(3_000);
const seenSchema = z.number().int().min(0);

/** One act of staff on a case. `stale`: it moved meanwhile, nothing was done. */
export const actOnCase = call({
  name: 'act-on-case',
  method: 'POST',
  path: '/cases/file/:number',
  act: 'work-cases',
  body: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('reply'), words: wordsSchema, seen: seenSchema }),
    z.strictObject({ act: z.literal('ask'), words: wordsSchema, seen: seenSchema }),
    z.strictObject({ act: z.literal('note'), words: wordsSchema }),
    z.strictObject({ act: z.literal('supply'), words: wordsSchema }),
    z.strictObject({ act: z.literal('accept'), seen: seenSchema }),
    z.strictObject({
      act: z.literal('reroute'),
      unit: z.string().max(80).nullable(),
      reason: reasonSchema,
      seen: seenSchema,
    }),
    z.strictObject({ act: z.literal('postpone'), day: z.iso.date(), reason: reasonSchema, seen: seenSchema }),
    z.strictObject({
      act: z.literal('close'),
      outcome: outcomeSchema,
      words: wordsSchema.optional(),
      seen: seenSchema,
    }),
    z.strictObject({ act: z.literal('reopen'), words: wordsSchema }),
  ]),
  reply: z.object({
    kind: z.enum([
      'done',
      'wrong-state',
      'not-yours',
      'stale',
      'unknown',
      'erased',
      'other-open',
      'no-such-unit',
      'not-shared',
      'bad-date',
    ]),
  }),
});
export type ActOnCase = z.infer<typeof actOnCase.body>;
