import { Refusal } from '../../../channels/http/index.ts';
import type { endSession, listSessions } from '../../contract/account.ts';
import type { Desk } from '../desk.ts';
import type { Handler } from '../serveCall.ts';

/** The sessions of who asks. */
export function listSessionsWith({ auth }: Desk): Handler<typeof listSessions> {
  return async ({ headers, caller }) => {
    const sessions = await auth.api.listSessions({ headers });
    return {
      sessions: sessions.map(({ id, userAgent, createdAt, updatedAt }) => ({
        id,
        isThis: id === caller.sessionId,
        browser: (userAgent ?? '').slice(0, 300),
        startedAt: createdAt.toISOString(),
        seenAt: updatedAt.toISOString(),
      })),
    };
  };
}

/** Ends one of them; somebody else's is not found. */
export function endSessionWith({ auth }: Desk): Handler<typeof endSession> {
  return async ({ params, headers }) => {
    const sessions = await auth.api.listSessions({ headers });
    const found = sessions.find(({ id }) => id === params.id);
    if (!found) throw new Refusal(404, 'NotFound', 'There is no such session.');
    await auth.api.revokeSession({ headers, body: { token: found.token } });
  };
}
