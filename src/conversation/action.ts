import { z } from 'zod';
import { SLOTS } from '../knowledge/index.ts';

const rowId = z.string().max(120);
const slotsSchema = z.partialRecord(z.enum(SLOTS), z.array(rowId).max(8));

/** What a button does to a case, or on the way to one. */
export const CASE_ACTS = [
  'begin',
  'skip',
  'told',
  'cancel',
  'agree',
  'desk-only',
  'change',
  'change-problem',
  'change-goods',
  'change-company',
  'change-email',
  'resume',
  'supply',
  'add',
  'not-for-case',
  'solved',
  'not-solved',
  'reopen',
  'close',
  'erase',
  'keep',
] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/**
 * What a button does. It travels to the exporter's page or phone and back, so it is read like anything from outside;
 * a WhatsApp button has room for 256 characters.
 */
export const actionSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('ask'), entry: rowId, slots: slotsSchema.optional() }),
  z.object({ do: z.literal('detail'), entry: rowId, slots: slotsSchema.optional() }),
  z.object({ do: z.literal('thumb'), turn: z.string().max(200), verdict: z.enum(['up', 'down']) }),
  z.object({ do: z.literal('none-of-these') }),
  z.object({ do: z.literal('talk'), about: z.string().max(40) }),
  z.object({ do: z.literal('language'), language: z.enum(['id', 'en']) }),
  z.object({
    do: z.literal('case'),
    act: z.enum(CASE_ACTS),
    number: z.string().max(20).optional(),
    words: z.enum(['yes', 'no']).optional(),
  }),
]);
export type Action = z.infer<typeof actionSchema>;

/** A button: what it says, and what it does. */
export const choiceSchema = z.object({ title: z.string().max(200), action: actionSchema });
export type Choice = z.infer<typeof choiceSchema>;

/** Reads the value of a button; undefined when it is none of ours. */
export function readAction(value: unknown): Action | undefined {
  const read = actionSchema.safeParse(value);
  return read.success ? read.data : undefined;
}
