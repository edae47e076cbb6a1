import { z } from 'zod';
import type { Act } from '../../staff/acts.ts';

/** The names in a path: `ParamsOf<'/drafts/:table/:key'>` is `'table' | 'key'`. */
export type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/**
 * One call of the console: who may make it, and what goes in and out. The server serves it, the page makes it, both from
 * this one description.
 */
export interface Call<
  Path extends string = string,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  /** How the audit log calls it; in words: `console:calls`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/console`. */
  readonly path: Path;
  /** What a caller must be allowed to do; `anyone` is for those who are about to sign in. */
  readonly act: Act | 'anyone';
  readonly query: Query;
  readonly body: Body;
  readonly reply: Reply;
  /** 256 kB unless said. */
  readonly maxBodyBytes?: number;
  /** Whether an audit row is written: by default for all but GET. Reading what exporters said is written down too. */
  readonly isAudited?: boolean;
  /** Another site leads browsers here: what comes is believed only by what it proves itself. */
  readonly isLedTo?: boolean;
}

/** A call as it is written down: what is left out takes nothing and gives nothing. */
export function call<
  const Path extends string,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Reply extends z.ZodType = z.ZodUndefined,
>(
  it: Omit<Call<Path, Query, Body, Reply>, 'query' | 'body' | 'reply'> & { query?: Query; body?: Body; reply?: Reply },
): Call<Path, Query, Body, Reply> {
  return { query: nothing as never, body: nothing as never, reply: nothing as never, ...it };
}

const nothing = z.undefined();
