import { z } from 'zod';
import { SLOTS } from '../../src/knowledge/index.ts';

const rows = z.partialRecord(z.enum(SLOTS), z.array(z.string()).min(1));
const target = z.union([z.string(), z.strictObject({ entry: z.string(), rows: rows.optional() })]);
const texts = z.array(z.string().trim().min(1)).default([]);

/**
 * One block of a golden file: what is right, and the ways of asking for it by language.
 *
 * `entry` (with `rows` for a composed one) or `anyOf` where two are honestly right; `refuse` says why it must not be
 * answered (`anyOf` beside it: an entry that honestly says so may be shown); `after` is the talk before it.
 */
export const blockSchema = z.strictObject({
  entry: z.string().optional(),
  rows: rows.optional(),
  anyOf: z.array(target).optional(),
  refuse: z.string().optional(),
  after: z.array(z.string()).default([]),
  id: texts,
  en: texts,
  mixed: texts,
});

/** What a question may be answered with: an entry or a class of small talk, and the rows it must be shown for. */
export interface Target {
  readonly entry: string;
  readonly rows?: Readonly<Record<string, readonly string[]>>;
}

/** What a question asks for: an answer, or nothing that the centre may say. `near` lies beside the knowledge, `far` far from it. */
export type Kind = 'in-scope' | 'near' | 'far';

/** How a question is written. */
export type Written = 'id' | 'en' | 'mixed';

/** One golden question with what is right. */
export interface Question {
  readonly text: string;
  readonly area: string;
  readonly written: Written;
  readonly kind: Kind;
  /** What was said in the talk before. */
  readonly after: readonly string[];
  /** In scope: one of them must be shown. Out of scope: they may be shown, nothing else. */
  readonly targets: readonly Target[];
}
