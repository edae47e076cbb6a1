import * as calls from '../../contract/account.ts';
import type { Serve } from '../serve.ts';
import * as credentials from './credentials.ts';
import * as invitations from './invitations.ts';
import { meOf } from './meOf.ts';
import * as sessions from './sessions.ts';
import { confirmWith, signInWith, signOutWith } from './signIn.ts';
import { beginSingleSignOnWith, finishSingleSignOnWith } from './singleSignOn.ts';

/** Signing in and out, and one's own account. Guessing has a narrower gate than the rest. */
export function accountRoutes({ desk, serve, serveSlowly }: Serve) {
  return [
    serve(calls.whoAmI, async ({ caller }) => ({
      me: caller && meOf(caller.member),
      hasSingleSignOn: desk.singleSignOn !== null,
    })),
    serveSlowly(calls.signIn, signInWith(desk)),
    serveSlowly(calls.confirmSignIn, confirmWith(desk)),
    serveSlowly(calls.beginSingleSignOn, beginSingleSignOnWith(desk)),
    serveSlowly(calls.finishSingleSignOn, finishSingleSignOnWith(desk)),
    serve(calls.signOut, signOutWith(desk)),
    serveSlowly(calls.readInvitation, invitations.readInvitationWith(desk)),
    serveSlowly(calls.acceptInvitation, invitations.acceptInvitationWith(desk)),
    serve(calls.listSessions, sessions.listSessionsWith(desk)),
    serve(calls.endSession, sessions.endSessionWith(desk)),
    serveSlowly(calls.changePassword, credentials.changePasswordWith(desk)),
    serveSlowly(calls.beginSecondFactor, credentials.beginSecondFactorWith(desk)),
    serveSlowly(calls.confirmSecondFactor, credentials.confirmSecondFactorWith(desk)),
    serveSlowly(calls.endSecondFactor, credentials.endSecondFactorWith(desk)),
  ];
}
