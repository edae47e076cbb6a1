import type { z } from 'zod';
import { type HttpRequest, Refusal } from '../../../channels/http/index.ts';
import type { Call } from '../../contract/index.ts';

/**
 * Reads what a call brings, by its contract.
 *
 * @param file what was sent, for calls that take a file
 * @throws {Refusal} 400 naming the field that does not fit, never what it held
 */
export function readInput(
  call: Call,
  request: HttpRequest,
  file?: Buffer,
): { params: unknown; query: unknown; body: unknown } {
  const query = Object.fromEntries(request.query);
  return {
    params: request.params,
    query: read(call.query, Object.keys(query).length > 0 || !takesNothing(call.query) ? query : undefined),
    body: read(call.body, file ?? request.json()),
  };
}

function takesNothing(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

function read(schema: z.ZodType, value: unknown): unknown {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const fields = [...new Set(checked.error.issues.map(({ path }) => path.join('.') || 'body'))];
  throw new Refusal(400, 'BadInput', `Look at: ${fields.slice(0, 5).join(', ')}.`);
}
