import { z } from 'zod';
import { call } from './call.ts';
import { deliverySchema } from './delivery.ts';
import { momentSchema, nameInBothSchema, pageSchema, reasonSchema } from './fields.ts';

const stateSchema = z.enum(['open', 'with-liaison', 'waiting-for-exporter', 'answered', 'closed']);
const outcomeSchema = z.enum(['solved', 'not-solved', 'no-reaction', 'withdrawn', 'duplicate', 'out-of-scope']);

/** Currencies that exporters of the province are paid in. */
export const CURRENCIES = ['USD', 'IDR', 'EUR', 'JPY', 'CNY', 'SGD', 'MYR', 'KRW', 'AUD', 'GBP', 'AED', 'SAR'] as const;
const exportValueSchema = z.strictObject({ amount: z.number().min(0.01).max(1e13), currency: z.enum(CURRENCIES) });

const listedSchema = z.object({
  number: z.string(),
  problem: z.string(),
  /** In words: `console-topics`. */
  topic: z.string(),
  product: nameInBothSchema.nullable(),
  destination: nameInBothSchema.nullable(),
  state: stateSchema,
  unit: z.string().nullable(),
  unitName: z.string(),
  /** The member of staff who looks after it. */
  handledBy: z.string().nullable(),
  mergedInto: z.string().nullable(),
  isUrgent: z.boolean(),
  attention: z.string().nullable(),
  openedAt: momentSchema,
  dueAt: momentSchema.nullable(),
  dueFor: z.string().nullable(),
  isOverdue: z.boolean(),
});
export type ListedCase = z.infer<typeof listedSchema>;

/** The urgent first, then what is due next. A page that refreshes itself says so: one look is one row of the audit. */
export const listCases = call({
  name: 'list-cases',
  method: 'GET',
  path: '/cases',
  act: 'read-cases',
  query: pageSchema.extend({
    words: z.string().trim().max(100).optional(),
    state: stateSchema.optional(),
    /** `unclosed`: whatever is not closed; so are the others but `all`. `mine`: those that the caller looks after. */
    only: z.enum(['unclosed', 'mine', 'overdue', 'attention', 'urgent', 'all']).optional(),
    /** Key of a liaison; `desk`: with the centre itself. */
    unit: z.string().max(80).optional(),
    isRefresh: z.stringbool().default(false),
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
    /** The number of the other case of a merge. */
    other: z.string().optional(),
  }),
  at: momentSchema,
  /** How far what the exporter was told of it has come; null: she was not told. */
  told: deliverySchema.nullable(),
});
export type CaseEventShown = z.infer<typeof eventSchema>;

const fileSchema = listedSchema.extend({
  channel: z.string(),
  language: z.enum(['id', 'en']),
  door: z.string(),
  agreement: nameInBothSchema.nullable(),
  isShared: z.boolean(),
  promisedAt: momentSchema.nullable(),
  outcome: outcomeSchema.nullable(),
  isResolved: z.boolean().nullable(),
  exportValue: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  isErased: z.boolean(),
  /** The version that an act refers to. */
  version: z.number(),
  /** The talk it came from. */
  talk: z.string().nullable(),
  told: z.array(
    z.object({ field: z.enum(['goods', 'place', 'since', 'perishable', 'company', 'email']), words: z.string() }),
  ),
  transcript: z.array(z.object({ by: z.enum(['exporter', 'bot', 'staff']), text: z.string(), at: z.string() })),
  events: z.array(eventSchema),
  /** The exporter's other cases. */
  others: z.array(listedSchema),
  /** What may be done with it as it stands. */
  acts: z.array(z.string()),
});
export type CaseShown = z.infer<typeof fileSchema>;

/** The look goes into the audit of the cases room, in the transaction that reads it. */
export const readCase = call({
  name: 'read-case',
  method: 'GET',
  path: '/cases/file/:number',
  act: 'read-cases',
  query: z.object({ isRefresh: z.stringbool().default(false) }),
  reply: z.object({ file: fileSchema.nullable() }),
});

const wordsSchema = z.string().trim().min(2).max(3_000);
const seenSchema = z.number().int().min(0);
const numberSchema = z.string().regex(/^FTA-\d{4}-\d{5,}$/);

/** One act of staff on a case; kept in the audit by the cases room. `stale`: it moved meanwhile, nothing was done. */
export const actOnCase = call({
  name: 'act-on-case',
  method: 'POST',
  path: '/cases/file/:number',
  act: 'work-cases',
  isAudited: false,
  body: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('reply'), words: wordsSchema, seen: seenSchema }),
    z.strictObject({ act: z.literal('ask'), words: wordsSchema, seen: seenSchema }),
    z.strictObject({ act: z.literal('note'), words: wordsSchema }),
    z.strictObject({ act: z.literal('supply'), words: wordsSchema }),
    z.strictObject({ act: z.literal('take') }),
    z.strictObject({ act: z.literal('accept'), seen: seenSchema }),
    z.strictObject({
      act: z.literal('reroute'),
      unit: z.string().max(80).nullable(),
      reason: reasonSchema,
      seen: seenSchema,
    }),
    z.strictObject({ act: z.literal('postpone'), day: z.iso.date(), reason: reasonSchema, seen: seenSchema }),
    /** Merges another case of the same exporter into this one. */
    z.strictObject({ act: z.literal('absorb'), other: numberSchema, seen: seenSchema }),
    z.strictObject({
      act: z.literal('close'),
      outcome: outcomeSchema,
      words: wordsSchema.optional(),
      /** Left out: as the outcome says. */
      isResolved: z.boolean().optional(),
      exportValue: exportValueSchema.optional(),
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
      'merged',
      'other-exporter',
    ]),
  }),
});
export type ActOnCase = z.infer<typeof actOnCase.body>;
