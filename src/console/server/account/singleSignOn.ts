import { Refusal } from '../../../channels/http/index.ts';
import type { Member } from '../../../staff/index.ts';
import type { beginSingleSignOn, finishSingleSignOn } from '../../contract/account.ts';
import type { Desk } from '../desk.ts';
import { type Handler, LeadOn } from '../serveCall.ts';

/** Sends the browser to the provider of the office. */
export function beginSingleSignOnWith({ singleSignOn, log }: Desk): Handler<typeof beginSingleSignOn> {
  return async ({ setCookies }) => {
    if (!singleSignOn) throw new Refusal(404, 'NotFound', 'There is no single sign-on.');
    try {
      const { address, headers } = await singleSignOn.begin();
      setCookies(headers);
      return { kind: 'begun', address };
    } catch (error) {
      // Not ours to mend: who is here signs in with a password meanwhile, and the operator reads why.
      log.warn({ err: error }, 'the provider of single sign-on cannot be reached');
      return { kind: 'unreachable' };
    }
  };
}

const HOME = '/console';
const REFUSED = '/console#/masuk/ditolak';
const SECOND_STEP = '/console#/masuk/kode';

/** Takes who comes back: in, to the second step, or away. */
export function finishSingleSignOnWith(desk: Desk): Handler<typeof finishSingleSignOn> {
  return async ({ query, headers, note, setCookies }) => {
    const { singleSignOn, auth } = desk;
    if (!singleSignOn) throw new Refusal(404, 'NotFound', 'There is no single sign-on.');
    const finished = await singleSignOn.finish(query, headers);
    note({ result: finished.kind, ...(finished.reason && { reason: finished.reason }) });
    setCookies(finished.headers);
    if (finished.kind === 'refused') return new LeadOn(REFUSED);
    const cookie = cookieOf(finished.headers);
    const opened = await auth.api.getSession({ headers: cookie });
    if (!opened) return secondStep(note);
    const member = await desk.staff.findMember(opened.user.id);
    if (!member?.isActive) return turnAway(desk, cookie, member, note, setCookies);
    note({ actor: member.name, subject: member.email, result: 'signed-in' });
    return new LeadOn(HOME);
  };
}

type Note = Parameters<Handler<typeof finishSingleSignOn>>[0]['note'];

function secondStep(note: Note): LeadOn {
  note({ result: 'second-factor' });
  return new LeadOn(SECOND_STEP);
}

/** The session that was opened for a closed account ends before anybody can use it. */
async function turnAway(
  { auth }: Desk,
  cookie: Headers,
  member: Member | null,
  note: Note,
  setCookies: (from: Headers) => void,
): Promise<LeadOn> {
  const response = await auth.api.signOut({ headers: cookie, asResponse: true });
  setCookies(response.headers);
  note({ actor: member?.name ?? '', subject: member?.email ?? '', result: 'refused', reason: 'closed' });
  return new LeadOn(REFUSED);
}

/** What the browser will send from now on. */
function cookieOf(headers: Headers): Headers {
  const pairs = headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return new Headers({ cookie: pairs.join('; ') });
}
