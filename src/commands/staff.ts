import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { exitReadably } from '../exitReadably.ts';
import { invitationLink, invite, type Member, ROLES, type Role, readRole } from '../staff/index.ts';
import { StartFault } from '../startFault.ts';
import { openAuditLog, openStaffStore, type Storage } from '../storage/index.ts';
import { randomText, withStorage } from './withStorage.ts';

const USAGE = `npm run staff -- add EMAIL --role ROLE [--role ROLE]     a link that makes an account, for three days
npm run staff -- reset EMAIL                            a link for a new password, for a day
npm run staff -- role EMAIL --role ROLE [--role ROLE]   these roles and no others
npm run staff -- close EMAIL                            closes the account and ends its sessions
npm run staff -- open EMAIL                             opens it again
npm run staff -- list
Roles: ${ROLES.join(', ')}; admin is short for administrator.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { role: { type: 'string', multiple: true } },
});
const [command = '', address] = positionals;
const COMMANDS: Readonly<Record<string, (storage: Storage) => Promise<void>>> = { add, reset, role, close, open, list };

if (!COMMANDS[command]) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  await exitReadably(run);
}

async function run(): Promise<void> {
  await withStorage(async (storage) => COMMANDS[command]?.(storage));
}

async function add(storage: Storage): Promise<void> {
  const email = emailGiven();
  const roles = rolesGiven();
  const staff = openStaffStore(storage.db);
  if (await staff.findMemberByEmail(email))
    throw new StartFault([`${email} has an account: use role, reset or close.`]);
  await makeLink(storage, 'invite', email, roles);
}

async function reset(storage: Storage): Promise<void> {
  const member = await memberGiven(storage);
  await makeLink(storage, 'reset', member.email, member.roles);
}

async function makeLink(storage: Storage, kind: 'invite' | 'reset', email: string, roles: readonly Role[]) {
  const token = randomText();
  const staff = openStaffStore(storage.db);
  const until = await invite(staff, { kind, email, roles, invitedBy: 'terminal' }, token, new Date());
  await note(storage, 'terminal-invite', email, { kind, roles });
  const { publicUrl, host, port } = readConfig();
  const origin = publicUrl ?? `http://${/^(127\.0\.0\.1|0\.0\.0\.0|::1?)$/.test(host) ? 'localhost' : host}:${port}`;
  say(`${invitationLink(origin, token)}\nCounts once, until ${until.toISOString()}.`);
}

async function role(storage: Storage): Promise<void> {
  await change(storage, { roles: rolesGiven() });
}

async function close(storage: Storage): Promise<void> {
  await change(storage, { isActive: false });
}

async function open(storage: Storage): Promise<void> {
  await change(storage, { isActive: true });
}

async function change(storage: Storage, wish: { roles?: readonly Role[]; isActive?: boolean }): Promise<void> {
  const member = await memberGiven(storage);
  const outcome = await openStaffStore(storage.db).changeMember(member.id, wish, new Date());
  await note(storage, 'terminal-change', member.email, { ...wish, result: outcome });
  if (outcome !== 'changed')
    throw new StartFault([`${member.email} is the last administrator: make another one first.`]);
  say(`${member.email} is changed.`);
}

async function list(storage: Storage): Promise<void> {
  for (const { email, name, roles, isActive } of await openStaffStore(storage.db).listMembers())
    say(`${email}\t${name}\t${roles.join(', ')}${isActive ? '' : '\tclosed'}`);
}

async function memberGiven(storage: Storage): Promise<Member> {
  const email = emailGiven();
  const member = await openStaffStore(storage.db).findMemberByEmail(email);
  if (!member) throw new StartFault([`${email} has no account: npm run staff -- list shows those there are.`]);
  return member;
}

function emailGiven(): string {
  const email = address?.trim().toLowerCase() ?? '';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new StartFault([`"${address ?? ''}" is no e-mail address.`]);
  return email;
}

function rolesGiven(): Role[] {
  const words = values.role ?? [];
  const unknown = words.filter((word) => !readRole(word));
  if (words.length === 0 || unknown.length > 0)
    throw new StartFault([
      `--role takes ${ROLES.join(', ')}${unknown.length > 0 ? `, not ${unknown.join(', ')}` : ''}.`,
    ]);
  return [...new Set(words.flatMap((word) => readRole(word) ?? []))];
}

async function note(storage: Storage, act: string, subject: string, details: Record<string, unknown>): Promise<void> {
  const entry = {
    at: new Date(),
    actorId: null,
    actorName: 'terminal',
    act,
    subject,
    outcome: 'done',
    details,
  } as const;
  await openAuditLog(storage.db).write(entry);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
