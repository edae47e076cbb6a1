import { WebSocket } from 'ws';

export interface Seen {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly timestamp: string;
  readonly replyToId?: string;
  readonly from: { id: string; role?: string };
  readonly channelData?: Record<string, unknown>;
  readonly [field: string]: unknown;
}

export interface Granted {
  readonly token: string;
  readonly userId: string;
  readonly expires_in: number;
  readonly conversationId: string;
  readonly streamUrl: string;
  readonly resume: string;
}

/** An answer with its body read as JSON. */
export interface Answered<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A request as any HTTP client could send it. */
export async function call<Body = Record<string, unknown>>(
  url: string,
  { method = 'POST', token, body, headers = {} }: CallOptions = {},
): Promise<Answered<Body>> {
  const reply = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  return { status: reply.status, headers: reply.headers, body: (text ? JSON.parse(text) : undefined) as Body };
}

export interface CallOptions {
  readonly method?: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A new exporter's token. */
export async function newToken(url: string): Promise<Granted> {
  return (await call<Granted>(`${url}/chat/token`)).body;
}

/** One talk by plain HTTP. */
export interface Talk {
  readonly token: string;
  readonly userId: string;
  readonly resume: string;
  readonly conversationId: string;
  readonly streamUrl: string;
  readonly path: string;
  post(activity: unknown): Promise<Answered<{ id: string }>>;
  say(text: string): Promise<Answered<{ id: string }>>;
  read(watermark?: string): Promise<Answered<{ activities: Seen[]; watermark: string }>>;
  /** Reads until that many activities were seen; fails after four seconds unless said. */
  readMany(count: number, patienceMs?: number): Promise<Seen[]>;
}

export async function beginTalk(url: string, locale = 'id-ID'): Promise<Talk> {
  const { token: first, userId, resume } = await newToken(url);
  const begun = await call<Granted>(`${url}/v3/directline/conversations`, { token: first, body: { user: {}, locale } });
  const { token, conversationId, streamUrl } = begun.body;
  const path = `${url}/v3/directline/conversations/${conversationId}`;
  const post = (activity: unknown) => call<{ id: string }>(`${path}/activities`, { token, body: activity });
  const read = (watermark = '') =>
    call<{ activities: Seen[]; watermark: string }>(`${path}/activities?watermark=${watermark}`, {
      method: 'GET',
      token,
    });
  return {
    token,
    userId,
    resume,
    conversationId,
    streamUrl,
    path,
    post,
    say: (text) => post({ type: 'message', text }),
    read,
    readMany: (count, patienceMs) =>
      eventually(
        async () => (await read()).body.activities,
        (seen) => seen.length >= count,
        patienceMs,
      ),
  };
}

/** Looks again and again until it is so, for four seconds at most unless said. */
export async function eventually<T>(
  look: () => T | Promise<T>,
  isSo: (value: T) => boolean,
  patienceMs = 4_000,
): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const value = await look();
    if (isSo(value)) return value;
    if (Date.now() > until) throw new Error(`It never was so: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A stream, and what came over it. */
export interface OpenStream {
  readonly frames: { activities: Seen[]; watermark: string }[];
  readonly seen: () => Seen[];
  readonly socket: WebSocket;
  /** The close code; resolves when the server or the network ends it. */
  readonly closed: Promise<number>;
}

export async function openStream(streamUrl: string, headers: Record<string, string> = {}): Promise<OpenStream> {
  const socket = new WebSocket(streamUrl, { headers });
  const frames: OpenStream['frames'] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return { frames, seen: () => frames.flatMap((frame) => frame.activities), socket, closed };
}

/** What was said. Typing is left out: how often it shows depends on how busy the machine is. */
export function texts(activities: readonly Seen[]): (string | undefined)[] {
  return activities.filter(({ type }) => type !== 'typing').map(({ text }) => text);
}
