import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';

const PATIENCE_S = 600;

/**
 * Asks who has a second factor for it after single sign-on, too: whoever turned it on expects it on every way in.
 *
 * The plugin of better-auth asks only after a password. What it leaves behind (cookie and two rows) is made the same way
 * here, so that its own calls check the code and count the tries.
 */
export function askSecondFactor(): BetterAuthPlugin {
  return {
    id: 'second-factor-after-single-sign-on',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/callback/:id',
          handler: createAuthMiddleware(async (ctx) => {
            const opened = ctx.context.newSession;
            if (!opened?.user.twoFactorEnabled) return;
            deleteSessionCookie(ctx, true);
            const { internalAdapter, secret } = ctx.context;
            await internalAdapter.deleteSession(opened.session.token);
            ctx.context.setNewSession(null);
            const identifier = `2fa-${generateRandomString(20)}`;
            const expiresAt = new Date(Date.now() + PATIENCE_S * 1_000);
            await internalAdapter.createVerificationValue({ value: opened.user.id, identifier, expiresAt });
            const tries = { value: '0', identifier: `2fa-attempts-${identifier}`, expiresAt };
            await internalAdapter.createVerificationValue(tries);
            const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: PATIENCE_S });
            await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
          }),
        },
      ],
    },
  };
}
