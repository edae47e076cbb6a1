import { z } from 'zod';
import { type ErrorClass, errorClassOf } from './errorClass.ts';

export interface GraphOptions {
  /** `https://graph.facebook.com/v26.0`, without a slash at its end. */
  readonly graphUrl: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** How long an answer may take; 15 s unless said. */
  readonly patienceMs?: number;
  /** Ends what is under way: the process stops. */
  readonly cut: AbortSignal;
}

/** What the Graph API said to one message. */
export type GraphAnswer =
  | { readonly kind: 'accepted'; readonly wamid: string }
  /** It may have been accepted: no answer came, or none that can be read. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly as: ErrorClass; readonly code: number | null };

/** Posts one body to `/{phone-number-id}/messages`. It never throws. */
export type PostToGraph = (body: object) => Promise<GraphAnswer>;

const PATIENCE_MS = 15_000;
const MOST_CHARACTERS = 65_536;

const acceptedSchema = z.looseObject({ messages: z.array(z.looseObject({ id: z.string().min(1) })).min(1) });
const refusedSchema = z.looseObject({ error: z.looseObject({ code: z.coerce.number().int() }) });

/** Opens the way to the Graph API. It has no key against sending twice: a message without an answer is `unknown`. */
export function openGraph(options: GraphOptions): PostToGraph {
  const { graphUrl, phoneNumberId, accessToken, patienceMs = PATIENCE_MS, cut } = options;
  const url = `${graphUrl}/${phoneNumberId}/messages`;
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  return async (body) => {
    try {
      const signal = AbortSignal.any([cut, AbortSignal.timeout(patienceMs)]);
      const request = { method: 'POST', headers, body: JSON.stringify(body), redirect: 'error' as const, signal };
      const response = await fetch(url, request);
      return answerOf(response.status, (await response.text()).slice(0, MOST_CHARACTERS));
    } catch (error) {
      return wasNeverSent(error) ? { kind: 'refused', as: 'again', code: null } : { kind: 'unknown' };
    }
  };
}

function answerOf(status: number, text: string): GraphAnswer {
  const body = parsed(text);
  const accepted = acceptedSchema.safeParse(body);
  if (status < 300 && accepted.success) return { kind: 'accepted', wamid: accepted.data.messages[0]?.id ?? '' };
  const refused = refusedSchema.safeParse(body);
  if (refused.success) {
    const { code } = refused.data.error;
    return { kind: 'refused', as: errorClassOf(code, status), code };
  }
  // A page of some machine between: it may have passed the message on, or have lost only the answer.
  if (status < 300 || status === 502 || status === 504) return { kind: 'unknown' };
  return { kind: 'refused', as: errorClassOf(undefined, status), code: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

function wasNeverSent(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: string; errors?: { code?: string }[] } };
  const codes = [cause?.code, ...(cause?.errors ?? []).map(({ code }) => code)];
  return codes.some((code) => code !== undefined && NEVER_SENT.has(code));
}
