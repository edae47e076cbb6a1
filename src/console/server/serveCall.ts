import type { z } from 'zod';
import { type HttpReply, type HttpRequest, Refusal, type Route } from '../../channels/http/index.ts';
import { mayDo } from '../../staff/index.ts';
import { fileSchema } from '../contract/fields.ts';
import type { Call, ParamsOf } from '../contract/index.ts';
import type { Caller, Desk } from './desk.ts';
import { findCaller } from './gates/findCaller.ts';
import { readFile } from './gates/readFile.ts';
import { readInput } from './gates/readInput.ts';
import { type Counter, requireRate } from './gates/requireRate.ts';
import { requireSameOrigin } from './gates/requireSameOrigin.ts';

/** A call that has come through all gates. */
export interface Asked<C extends Call> {
  readonly params: Readonly<Record<ParamsOf<C['path']>, string>>;
  readonly query: z.output<C['query']>;
  readonly body: z.output<C['body']>;
  /** Null only for calls that `anyone` may make. */
  readonly caller: C['act'] extends 'anyone' ? Caller | null : Caller;
  /** The request's headers as better-auth reads them: the session's cookie among them. */
  readonly headers: Headers;
  /** Adds to the audit row; a `subject` or `actor` takes the place of the usual one. */
  note(details: Readonly<Record<string, unknown>> & { subject?: string; actor?: string }): void;
  /** Sets cookies that better-auth wants set. */
  setCookies(from: Headers): void;
}

/** What a handler gives back: the reply of the contract, or a file to download. */
export type Handler<C extends Call> = (asked: Asked<C>) => Answered<C>;

type Answered<C extends Call> =
  z.input<C['reply']> extends undefined ? Promise<void> : Promise<z.input<C['reply']> | Download | LeadOn>;

/** What a workbook is on the wire. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file, as an answer to a call. */
export class Download {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;

  constructor(name: string, contentType: string, bytes: Uint8Array) {
    this.name = name;
    this.contentType = contentType;
    this.bytes = bytes;
  }
}

/** Leads the browser on to another page, as an answer to a call. */
export class LeadOn {
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }
}

const BASE = '/api/console';
const MOST_BODY_BYTES = 262_144;

/**
 * Serves one call behind all gates, in this order: rate, same origin, session, role, input; then the handler; then the
 * audit row. A gate that is shut is the end, and says no more than it must.
 */
export function serveCall<C extends Call>(desk: Desk, counter: Counter, call: C, handle: Handler<C>): Route {
  const { method, path, act, isLedTo = false, maxBodyBytes = MOST_BODY_BYTES } = call;
  const takesFile = call.body === fileSchema;
  return {
    method,
    path: `${BASE}${path}`,
    // A file is read only once it is known who sends it.
    maxBodyBytes: takesFile ? 'unread' : maxBodyBytes,
    async handle(request) {
      await requireRate(counter, request.clientAddress);
      if (!isLedTo) requireSameOrigin(request, desk.origin());
      const headers = headersOf(request);
      const caller = await findCaller(desk, headers);
      if (act !== 'anyone') await requireAct(desk, call, caller, request);
      const trail = openTrail();
      const file = takesFile ? await readFile(request, maxBodyBytes) : undefined;
      const reply = await handle({
        ...(readInput(call, request, file) as Pick<Asked<C>, 'params' | 'query' | 'body'>),
        caller: caller as Asked<C>['caller'],
        headers,
        note: trail.note,
        setCookies: trail.setCookies,
      });
      await keepTrail(desk, call, caller, request, trail.noted);
      return answer(call, reply, trail.cookies);
    },
  };
}

async function requireAct(desk: Desk, call: Call, caller: Caller | null, request: HttpRequest): Promise<void> {
  if (!caller) throw new Refusal(401, 'SignInFirst', 'Sign in first.');
  if (call.act === 'anyone' || mayDo(caller.member.roles, call.act)) return;
  await desk.audit.write({ ...entryOf(desk, call, caller, request, {}), outcome: 'refused' });
  throw new Refusal(403, 'NotYourRole', 'Your role does not allow this.');
}

interface Noted extends Record<string, unknown> {
  subject?: string;
  actor?: string;
}

function openTrail() {
  const noted: Noted = {};
  const cookies: string[] = [];
  return {
    noted,
    cookies,
    note: (details: Noted) => void Object.assign(noted, details),
    setCookies: (from: Headers) => void cookies.push(...from.getSetCookie()),
  };
}

async function keepTrail(desk: Desk, call: Call, caller: Caller | null, request: HttpRequest, noted: Noted) {
  if (call.isAudited ?? call.method !== 'GET')
    await desk.audit.write({ ...entryOf(desk, call, caller, request, noted), outcome: 'done' });
}

function entryOf(desk: Desk, call: Call, caller: Caller | null, request: HttpRequest, noted: Noted) {
  const { subject = Object.values(request.params).join('/'), actor, ...details } = noted;
  return {
    at: desk.clock(),
    actorId: caller?.member.id ?? null,
    actorName: actor ?? caller?.member.name ?? '',
    act: call.name,
    subject: subject.slice(0, 300),
    details,
  };
}

function answer(call: Call, reply: unknown, cookies: readonly string[]): HttpReply {
  const setCookie = cookies.length > 0 ? { 'set-cookie': cookies } : {};
  if (reply instanceof LeadOn) return { status: 303, headers: { location: reply.address, ...setCookie } };
  if (reply instanceof Download) {
    const headers = {
      'content-type': reply.contentType,
      'content-disposition': `attachment; filename="${reply.name}"`,
    };
    return { status: 200, headers: { ...headers, ...setCookie }, body: reply.bytes };
  }
  // Only what the contract names goes out: a column more in a query reaches nobody.
  const body = call.reply.parse(reply);
  return body === undefined ? { status: 204, headers: setCookie } : { status: 200, headers: setCookie, body };
}

function headersOf({ headers }: HttpRequest): Headers {
  const pairs = Object.entries(headers).filter(([name]) => ['cookie', 'user-agent'].includes(name));
  return new Headers(pairs.map(([name, value]) => [name, String(value)]));
}
