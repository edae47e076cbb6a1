import { z } from 'zod';
import { call } from './call.ts';
import { deliverySchema } from './delivery.ts';
import { momentSchema } from './fields.ts';

const weekSchema = z.object({
  questions: z.number(),
  answered: z.number(),
  afterChoice: z.number(),
  unanswered: z.number(),
  thumbsUp: z.number(),
  thumbsDown: z.number(),
  exporters: z.number(),
});

const undeliveredSchema = z.object({
  kind: z.enum(['mail', 'telling', 'whatsapp']),
  /** The talk, of what was said in one. */
  talk: z.string().nullable(),
  /** The case it belongs to. */
  number: z.string().nullable(),
  delivery: deliverySchema,
});
export type Undelivered = z.infer<typeof undeliveredSchema>;

const parkedSchema = z.object({ talk: z.string(), count: z.number(), invitedAt: momentSchema.nullable() });
export type Parked = z.infer<typeof parkedSchema>;

/** What needs somebody today. What somebody may not see is null. */
export const readToday = call({
  name: 'read-today',
  method: 'GET',
  path: '/today',
  act: 'see-today',
  reply: z.object({
    /** Questions of thirty days that wait. */
    unanswered: z.number(),
    drafts: z.number(),
    /** Corrections that nobody has decided on; 0 for who may not. */
    notices: z.number(),
    /** Entries whose review date has passed, and those that nobody has confirmed. */
    pastReview: z.number(),
    unconfirmed: z.number(),
    cases: z
      .object({
        open: z.number(),
        overdue: z.number(),
        /** The most pressing first, at most eight. */
        due: z.array(
          z.object({
            number: z.string(),
            topic: z.string(),
            state: z.string(),
            unit: z.string().nullable(),
            isUrgent: z.boolean(),
            dueAt: momentSchema,
            isOverdue: z.boolean(),
          }),
        ),
      })
      .nullable(),
    failed: z.object({ mails: z.number(), tellings: z.number(), whatsapp: z.number() }),
    /** What did not reach somebody these seven days, the latest first, at most ten; null: not for this caller. */
    undelivered: z.array(undeliveredSchema).nullable(),
    /** Talks in which something waits for the exporter to write; the same holds. */
    parked: z.array(parkedSchema).nullable(),
    /** Talks that staff holds in which the exporter spoke last. */
    heldWaiting: z.number(),
    /** The last seven days, and the seven before them. */
    week: weekSchema,
    before: weekSchema,
    /** Questions a day, today last. */
    days: z.array(z.object({ day: z.string(), count: z.number() })),
  }),
});
