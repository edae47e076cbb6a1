import { z } from 'zod';
import { type HttpRequest, Refusal } from '../http/index.ts';
import type { ReplyAct } from './replyPages.ts';

/** Room for the words of a reply: the longest letters to the centre had two pages. */
export const MOST_WORDS = 6_000;

const words = z.string().trim().min(1).max(MOST_WORDS);
const fields = z.object({
  seen: z.coerce.number().int().min(0),
  act: z.discriminatedUnion('do', [
    z.object({ do: z.literal('accept') }),
    z.object({ do: z.literal('answer'), words }),
    z.object({ do: z.literal('ask'), words }),
    z.object({
      do: z.literal('not-ours'),
      unit: z.string().trim().max(100),
      typed: z.string().trim().max(200),
      reason: words,
    }),
    z.object({ do: z.literal('postpone'), day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), reason: words }),
  ]),
});

/** What was sent, and what was typed: a form that cannot be taken is shown again with its words. */
export interface SentForm {
  readonly typed: Readonly<Record<string, string>>;
  /** Undefined: something is missing or wrong in it. */
  readonly act?: ReplyAct;
  readonly seen: number;
}

/**
 * Reads a form of the page.
 *
 * @throws {Refusal} 415 when it is none
 */
export function readForm({ body, headers }: HttpRequest): SentForm {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? ''))
    throw new Refusal(415, 'NotAForm', 'Send the form of the page.');
  const typed = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  const read = fields.safeParse({ seen: typed.seen, act: { unit: '', typed: '', ...typed } });
  if (!read.success) return { typed, seen: 0 };
  const { act, seen } = read.data;
  return { typed, seen, act: act.do === 'not-ours' ? { ...act, unit: act.unit || null } : act };
}
