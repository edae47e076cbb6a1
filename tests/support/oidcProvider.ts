import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** What the provider says of who signs in next. */
export interface NextSignIn {
  /** Claims of the token beside those of the exchange; they win over them. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** Signs with a key that the provider does not publish. */
  readonly isForged?: boolean;
  /** Hands out no identity token at all. */
  readonly isBare?: boolean;
}

/** A stand-in for the provider of an office: OpenID Connect with code, PKCE and signed tokens, on loopback. */
export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  next: NextSignIn;
  /** What was asked for, one line a sign-in: the scope, and whether the proof of the code was right. */
  readonly seen: { scope: string | null; isProven: boolean }[];
  stop(): Promise<void>;
}

interface Grant {
  readonly asked: URLSearchParams;
  readonly next: NextSignIn;
}

/** Starts one. Nobody types anything there: who `next` names is signed in at once. */
export async function startOidcProvider(): Promise<OidcProvider> {
  const keys = await generateKeyPair('RS256');
  const forger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const send = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (url.pathname.endsWith('/.well-known/openid-configuration')) send(describe(provider.issuer));
    else if (url.pathname.endsWith('/jwks')) send({ keys: [jwk] });
    else if (url.pathname.endsWith('/authorize')) {
      const code = randomUUID();
      grants.set(code, { asked: url.searchParams, next: provider.next });
      const back = new URL(String(url.searchParams.get('redirect_uri')));
      back.searchParams.set('code', code);
      back.searchParams.set('state', String(url.searchParams.get('state')));
      response.writeHead(302, { location: back.href });
      response.end();
    } else void token(request).then(({ status, body }) => send(body, status));
  });
  const token = async (request: IncomingMessage) => {
    const sent = new URLSearchParams(await text(request));
    const grant = grants.get(String(sent.get('code')));
    grants.delete(String(sent.get('code')));
    const challenge = createHash('sha256')
      .update(String(sent.get('code_verifier')))
      .digest('base64url');
    const isProven = grant?.asked.get('code_challenge') === challenge && hasSecret(request, sent);
    provider.seen.push({ scope: grant?.asked.get('scope') ?? null, isProven });
    if (!grant || !isProven) return { status: 400, body: { error: 'invalid_grant' } };
    const { next, asked } = grant;
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: provider.issuer, aud: provider.clientId, iat: now, exp: now + 300, nonce: asked.get('nonce') };
    const signed = new SignJWT({ ...usual, ...next.claims } as JWTPayload).setProtectedHeader({
      alg: 'RS256',
      kid: 'k1',
    });
    const id_token = await signed.sign(next.isForged ? forger.privateKey : keys.privateKey);
    const body = { access_token: 'a', token_type: 'Bearer', expires_in: 300, ...(next.isBare ? {} : { id_token }) };
    return { status: 200, body };
  };
  const hasSecret = ({ headers }: IncomingMessage, sent: URLSearchParams) => {
    const basic = Buffer.from(`${provider.clientId}:${provider.clientSecret}`).toString('base64');
    return headers.authorization === `Basic ${basic}` || sent.get('client_secret') === provider.clientSecret;
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const provider: OidcProvider = {
    // Another site than the console's `localhost`, as it is in life: cookies are held to it.
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/staf`,
    clientId: 'fta-console',
    clientSecret: 'rahasia-uji-provider',
    next: { claims: {} },
    seen: [],
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return provider;
}

function describe(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
