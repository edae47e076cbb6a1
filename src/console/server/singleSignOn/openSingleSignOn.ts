import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { StaffStore } from '../../../staff/index.ts';
import { type AuthOptions, authSettings } from '../auth.ts';
import { askSecondFactor } from './askSecondFactor.ts';
import { discoveryOf, findProvider } from './findProvider.ts';
import type { Provider } from './provider.ts';
import { readIdentity } from './readIdentity.ts';

/** What came back from the provider. */
export type Returned = Readonly<Partial<Record<'code' | 'state' | 'error' | 'iss', string | undefined>>>;

/** How it ended. The cookies are to be set either way: they also take away what was for this one try. */
export interface Finished {
  readonly kind: 'signed-in' | 'refused';
  /** Of a refusal, in the words of better-auth; for the log. */
  readonly reason: string;
  readonly headers: Headers;
}

/** Signs staff in with accounts that their office keeps. */
export interface SingleSignOn {
  /**
   * Where the browser goes, and the cookie that binds what comes back to this browser.
   *
   * @throws when the provider cannot be reached
   */
  begin(): Promise<{ readonly address: string; readonly headers: Headers }>;
  finish(returned: Returned, headers: Headers): Promise<Finished>;
}

/** What it takes beside the settings of every way to sign in. */
export interface SingleSignOnOptions extends AuthOptions {
  readonly provider: Provider;
  readonly origin: () => string;
  readonly staff: StaffStore;
  readonly clock: () => Date;
  readonly newId: () => string;
}

const DONE = 'http://localhost/done';
const FAILED = 'http://localhost/failed';

/** Where the provider sends browsers back to, below the console's origin. */
export const CALLBACK_PATH = '/api/console/session/oidc/callback';

/**
 * Opens single sign-on: authorization code with PKCE, state and nonce, and a signed token of the provider.
 *
 * It stands beside the sign-in with passwords: a provider that hangs holds nobody up there. The provider is looked for
 * when somebody signs in, until it is found; so it may also be started after the bot.
 */
export function openSingleSignOn(options: SingleSignOnOptions): SingleSignOn {
  const { issuer } = options.provider;
  const id = idOf(issuer);
  let found: Promise<Door> | null = null;
  const connected = () => {
    found ??= findProvider(issuer).then(() => openDoor(options, id));
    return found.catch((error) => {
      found = null;
      throw error;
    });
  };
  return {
    async begin() {
      const { api } = await connected();
      const body = { provider: id, callbackURL: DONE, errorCallbackURL: FAILED, disableRedirect: true };
      const response = await api.signInSocial({ body, asResponse: true });
      const { url } = (await response.json()) as { url?: string };
      if (!response.ok || !url) throw new Error('the provider cannot be asked');
      return { address: url, headers: response.headers };
    },
    async finish(returned, headers) {
      const { api } = await connected();
      const asked = { params: { id }, query: returned, headers, method: 'GET' as const };
      const response = await api.callbackOAuth({ ...asked, asResponse: true });
      const led = response.headers.get('location') ?? '';
      if (led === DONE) return { kind: 'signed-in', reason: '', headers: response.headers };
      const reason = URL.parse(led)?.searchParams.get('error') ?? `status ${response.status}`;
      return { kind: 'refused', reason: reason.slice(0, 60), headers: response.headers };
    },
  };
}

type Door = ReturnType<typeof openDoor>;

/** Accounts of one provider are never taken for those of another one that is configured later. */
function idOf(issuer: string): string {
  return `oidc-${createHash('sha256').update(issuer).digest('hex').slice(0, 12)}`;
}

function openDoor(options: SingleSignOnOptions, providerId: string) {
  const { provider, origin } = options;
  const settings = authSettings(options);
  const connection = {
    providerId,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    discoveryUrl: discoveryOf(provider.issuer),
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    // Asked for when it is used: on any free port the address is known only once it listens.
    get redirectURI() {
      return `${origin()}${CALLBACK_PATH}`;
    },
    getUserInfo: async ({ idToken }: { idToken?: string | undefined }) => (idToken ? identify(options, idToken) : null),
  };
  return betterAuth({
    ...settings,
    account: { ...settings.account, updateAccountOnSignIn: false, accountLinking: { enabled: true } },
    // The tokens have done their work: nothing is asked of the provider in anybody's name.
    databaseHooks: { account: { create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) } } },
    plugins: [...settings.plugins, genericOAuth({ config: [connection] }), askSecondFactor()],
    advanced: {
      ...settings.advanced,
      // Comes back with a browser that another site leads here.
      cookies: { state: { attributes: { sameSite: 'lax', path: '/api/console/session' } } },
    },
  });
}

const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null };

/** Who has been invited and has no account yet gets it now, with the roles of the invitation. */
async function identify({ staff, clock, newId }: SingleSignOnOptions, idToken: string) {
  const identity = readIdentity(idToken);
  if (!identity) return null;
  const { subject, email, name } = identity;
  await staff.acceptByEmail({ id: newId(), email, name }, clock());
  return { sub: subject, id: subject, email, name, emailVerified: true };
}
