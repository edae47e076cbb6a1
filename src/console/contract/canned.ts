import { z } from 'zod';
import { call } from './call.ts';
import { momentSchema, pageSchema } from './fields.ts';

/**
 * What a saved text leaves open, in braces: `{nomor}`. Filled when it is inserted, from the case or talk at hand; the
 * same in both languages, for it is staff who type and read them.
 */
export const PLACEHOLDERS = ['nomor', 'unit', 'petugas', 'produk', 'negara', 'janji'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const textSchema = z.string().trim().min(2).max(3_000);
const cannedSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.object({ id: z.string(), en: z.string() }),
  editedBy: z.string(),
  editedAt: momentSchema,
  version: z.number(),
});
export type CannedReply = z.infer<typeof cannedSchema>;

/** Texts that staff save for answering, those first that are like the words. */
export const listCanned = call({
  name: 'list-canned',
  method: 'GET',
  path: '/canned',
  act: 'read-canned',
  query: pageSchema.extend({ words: z.string().trim().max(100).optional() }),
  reply: z.object({ replies: z.array(cannedSchema), total: z.number() }),
});

const writtenSchema = z.strictObject({
  title: z.string().trim().min(2).max(120),
  text: z.strictObject({ id: textSchema, en: textSchema }),
  /** The one that was read; 0 for a new text. */
  version: z.number().int().min(0),
});

/** Keeps a text; of a new one the server makes the id, whatever stands in the address. `conflict`: somebody else has changed it; `current` is what stands there, null when it is gone. */
export const saveCanned = call({
  name: 'save-canned',
  method: 'PUT',
  path: '/canned/:id',
  act: 'write-canned',
  body: writtenSchema,
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('saved'), version: z.number() }),
    z.object({ kind: z.literal('conflict'), current: cannedSchema.nullable() }),
    /** No placeholder is called so. */
    z.object({ kind: z.literal('no-such-placeholder'), name: z.string() }),
    /** There is no room for more: a list that nobody can overlook helps nobody. */
    z.object({ kind: z.literal('full') }),
  ]),
});

export const removeCanned = call({
  name: 'remove-canned',
  method: 'POST',
  path: '/canned/:id/remove',
  act: 'write-canned',
  body: z.strictObject({ version: z.number().int() }),
  reply: z.object({ kind: z.enum(['removed', 'conflict']) }),
});
