import { z } from 'zod';
import { momentSchema } from './fields.ts';

/** Why something did not arrive, in groups that staff can do something about; in words: `console-delivery:reasons`. */
export const DELIVERY_REASONS = [
  'window',
  'stopped',
  'no-answer',
  'unclear',
  'unreachable',
  'number',
  'template',
  'content',
  'channel',
  'other',
] as const;

/**
 * How far something that was said to an exporter has come.
 *
 * `kept`: in the web talk, where nobody can watch her read; `parked`: until she writes; `accepted`: WhatsApp has it, her
 * phone has not said anything yet.
 */
export const deliverySchema = z.object({
  state: z.enum(['waiting', 'kept', 'parked', 'accepted', 'sent', 'delivered', 'read', 'failed']),
  reason: z.enum(DELIVERY_REASONS).nullable(),
  /** Meta's code, for who looks it up. */
  code: z.string().nullable(),
  at: momentSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;
