import type { Role } from '../../../src/staff/index.ts';

/** What came back from a call. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  readonly body: any;
}

/** Somebody in front of the console, over HTTP, with their cookies. */
export interface ConsoleClient {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** As the browser would send them. */
  cookies(): string;
}

/** A browser without an account. */
export function aVisitor(url: string): ConsoleClient {
  const jar = new Map<string, string>();
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    cookies,
    async call(method, path, body, headers = {}) {
      const response = await fetch(`${url}/api/console${path}`, {
        method,
        redirect: 'manual',
        headers: {
          'x-fta-console': '1',
          ...(jar.size > 0 && { cookie: cookies() }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
      });
      keep(jar, response.headers.getSetCookie());
      const isJson = response.headers.get('content-type')?.startsWith('application/json');
      return {
        status: response.status,
        headers: response.headers,
        body: isJson ? await response.json() : Buffer.from(await response.arrayBuffer()),
      };
    },
  };
}

function keep(jar: Map<string, string>, setCookies: readonly string[]): void {
  for (const line of setCookies) {
    const [pair = '', ...attributes] = line.split(';');
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const isGone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (isGone) jar.delete(name);
    else jar.set(name, value);
  }
}

export const PASSWORD = 'kopi gayo di pagi hari';

/** The administrator that the first link makes, signed in. */
export async function theAdministrator(url: string, link: string | null): Promise<ConsoleClient> {
  const token = link?.split('/').at(-1);
  const visitor = aVisitor(url);
  const body = { token, name: 'Bu Ratna', email: 'ratna@jatengprov.go.id', password: PASSWORD };
  const { body: accepted } = await visitor.call('POST', '/invitations/accept', body);
  if (accepted.kind !== 'accepted') throw new Error(`the first link was ${JSON.stringify(accepted)}`);
  return signedIn(url, body.email);
}

/** Invites somebody with these roles, lets them follow the link, and signs them in. */
export async function aMember(
  url: string,
  administrator: ConsoleClient,
  email: string,
  roles: readonly Role[],
): Promise<ConsoleClient> {
  const { body: invited } = await administrator.call('POST', '/staff/invitations', { email, roles });
  const token = String(invited.link).split('/').at(-1);
  await aVisitor(url).call('POST', '/invitations/accept', { token, name: email.split('@')[0], password: PASSWORD });
  return signedIn(url, email);
}

/** Signs in with the password that all of them have. */
export async function signedIn(url: string, email: string): Promise<ConsoleClient> {
  const client = aVisitor(url);
  const { body } = await client.call('POST', '/session', { email, password: PASSWORD });
  if (body.kind !== 'signed-in') throw new Error(`${email} is ${JSON.stringify(body)}`);
  return client;
}
