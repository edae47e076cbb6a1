import { type InvitationKind, invitationLink, invite, type Role } from '../../../staff/index.ts';
import type { inviteStaff, resetPassword } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import type { Handler } from '../serveCall.ts';

/** Invites somebody: a link by mail, and shown once to who invites. */
export function inviteWith(desk: Desk): Handler<typeof inviteStaff> {
  return async ({ body: { email, roles }, caller, note }) => {
    note({ subject: email, roles });
    if (await desk.staff.findMemberByEmail(email)) return { kind: 'taken' };
    return sendLink(desk, 'invite', email, roles, caller.member.name);
  };
}

/** Sends a link for a new password; the old one counts until it is followed. */
export function resetWith(desk: Desk): Handler<typeof resetPassword> {
  return async ({ params, caller, note }) => {
    const member = await desk.staff.findMember(params.id);
    if (!member) return { kind: 'unknown' };
    note({ subject: member.email });
    return sendLink(desk, 'reset', member.email, member.roles, caller.member.name);
  };
}

async function sendLink(desk: Desk, kind: InvitationKind, email: string, roles: readonly Role[], invitedBy: string) {
  const token = desk.randomText();
  const expiresAt = await invite(desk.staff, { kind, email, roles, invitedBy }, token, desk.clock());
  const link = invitationLink(desk.origin(), token);
  const isMailed = await desk.sendMail({ to: email, ...mailOf(kind, invitedBy, link) });
  return { kind: 'invited' as const, link, expiresAt: expiresAt.toISOString(), isMailed };
}

function mailOf(kind: InvitationKind, invitedBy: string, link: string) {
  if (kind === 'reset')
    return {
      subject: 'Kata sandi baru untuk FTA Center',
      text: `${invitedBy} mengirim tautan untuk membuat kata sandi baru. Berlaku 24 jam, sekali pakai:\n${link}\n`,
    };
  return {
    subject: 'Undangan ke FTA Center',
    text: `${invitedBy} mengundang Anda sebagai petugas FTA Center. Tautan berlaku 3 hari, sekali pakai:\n${link}\n`,
  };
}
