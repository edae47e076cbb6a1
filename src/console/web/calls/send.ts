import type { z } from 'zod';
import type { Call, ParamsOf } from '../../contract/call.ts';

/** What a call takes, as the page writes it. */
export interface Sent<C extends Call> {
  readonly params?: Readonly<Record<ParamsOf<C['path']>, string>>;
  readonly query?: z.input<C['query']>;
  readonly body?: z.input<C['body']>;
}

/** The server has answered, with a refusal. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Refused';
    this.status = status;
    this.code = code;
  }
}

/** The server was not reached: the line, or a restart. */
export class Unreached extends Error {}

/** Told when a call finds no session; set by the entrance. */
export const onSignedOut = { tell: () => {} };

/**
 * Makes a call of the contract.
 *
 * @param signal gives it up: nobody waits for the answer any more
 * @throws {Refused} when the server says no; {@link Unreached} when nobody answers
 */
export async function send<C extends Call>(
  call: C,
  sent: Sent<C> = {},
  signal?: AbortSignal,
): Promise<z.output<C['reply']>> {
  const response = await reach(call, sent, signal);
  if (response.status === 204) return call.reply.parse(undefined) as z.output<C['reply']>;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return call.reply.parse(body) as z.output<C['reply']>;
  const { error } = (body ?? {}) as { error?: { code: string; message: string } };
  if (response.status === 401) onSignedOut.tell();
  throw new Refused(response.status, error?.code ?? 'Unknown', error?.message ?? response.statusText);
}

/** Where a call is made; also the address of a download. */
export function addressOf<C extends Call>(call: C, { params, query }: Sent<C> = {}): string {
  const path = call.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string> | undefined)?.[name] ?? ''),
  );
  const pairs = Object.entries((query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined && value !== '' && value !== null,
  );
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return `/api/console${path}${search ? `?${search}` : ''}`;
}

async function reach<C extends Call>(call: C, sent: Sent<C>, signal?: AbortSignal): Promise<Response> {
  const { body } = sent;
  const isRaw = body instanceof Blob;
  try {
    return await fetch(addressOf(call, sent), {
      method: call.method,
      headers: { 'x-fta-console': '1', ...(body !== undefined && !isRaw && { 'content-type': 'application/json' }) },
      ...(signal && { signal }),
      ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new Unreached('unreached', { cause });
  }
}
