import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';

/** What signing in takes from outside. */
export interface AuthOptions {
  /** The open database, as better-auth takes it; its tables are those of the migration `0005-staff`. */
  readonly database: object;
  /** Signs cookies; the installation's secret. */
  readonly secret: string;
  /** The public address is https. */
  readonly isHttps: boolean;
}

const HOUR_S = 3_600;

/**
 * Sets up better-auth: passwords (scrypt), sessions in the database, second factor by TOTP.
 *
 * None of its own addresses is open: the console's calls use it as a library, behind their own gates. A session counts
 * for twelve hours after it was used last; the cookie goes to `/api/console` only and is read by no script.
 */
export function openAuth(options: AuthOptions) {
  return betterAuth(authSettings(options));
}

/** How accounts and sessions are kept, for every way to sign in. */
export function authSettings({ database, secret, isHttps }: AuthOptions) {
  return {
    appName: 'FTA Center',
    // Used for links of its own addresses, of which none is open.
    baseURL: isHttps ? 'https://localhost' : 'http://localhost',
    basePath: '/api/console/auth',
    secret,
    database: { db: database as never, type: 'postgres' as const },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: { modelName: 'staff_members', fields: { ...TIMES, emailVerified: 'email_verified' } },
    session: {
      modelName: 'staff_sessions',
      fields: {
        ...TIMES,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: 12 * HOUR_S,
      updateAge: 300,
    },
    account: { modelName: 'staff_credentials', fields: CREDENTIAL_FIELDS },
    verification: { modelName: 'staff_verifications', fields: { ...TIMES, expiresAt: 'expires_at' } },
    plugins: [
      twoFactor({
        issuer: 'FTA Center',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: { modelName: 'staff_second_factors', fields: SECOND_FACTOR_FIELDS },
        },
      }),
    ],
    advanced: {
      cookiePrefix: 'fta-console',
      useSecureCookies: isHttps,
      // Addresses of staff are nobody's business here.
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { path: '/api/console', sameSite: 'strict' as const, httpOnly: true, secure: isHttps },
    },
  } satisfies BetterAuthOptions;
}

/** What signing in offers to the calls. */
export type Auth = ReturnType<typeof openAuth>;

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;
const CREDENTIAL_FIELDS = {
  ...TIMES,
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
} as const;
const SECOND_FACTOR_FIELDS = {
  userId: 'user_id',
  backupCodes: 'backup_codes',
  failedVerificationCount: 'failed_verification_count',
  lockedUntil: 'locked_until',
} as const;
