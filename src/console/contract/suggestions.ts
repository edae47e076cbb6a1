import { z } from 'zod';
import { call } from './call.ts';

/** The note that the draft carries, in the words of the page that made it. */
const noteSchema = z.string().trim().max(500).default('');

const madeSchema = z.discriminatedUnion('kind', [
  /** Drafts that were begun: the entry, and the source it names when that is new. */
  z.object({ kind: z.literal('made'), key: z.string(), source: z.string().nullable() }),
  /** There is nothing there to make an answer of. */
  z.object({ kind: z.literal('nothing') }),
]);

/** Begins a draft of an entry with a staff member's words in a talk, and the question that they answered. */
export const suggestFromTalk = call({
  name: 'suggest-from-talk',
  method: 'POST',
  path: '/talks/:key/knowledge',
  act: 'suggest-knowledge',
  body: z.strictObject({ sequence: z.number().int().min(1), note: noteSchema }),
  reply: madeSchema,
});

/** Begins a draft of an entry with the last answer of a case, its question and its unit. */
export const suggestFromCase = call({
  name: 'suggest-from-case',
  method: 'POST',
  path: '/cases/file/:number/knowledge',
  act: 'suggest-knowledge',
  body: z.strictObject({ note: noteSchema }),
  reply: madeSchema,
});
