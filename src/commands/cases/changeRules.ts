import { caseSettingsSchema, type StaffDesk } from '../../cases/index.ts';
import { StartFault } from '../../startFault.ts';

/** Staff's own days off beside the national calendar. Without arguments: the list. */
export async function changeCalendar(desk: StaffDesk, by: string, args: readonly string[]): Promise<void> {
  const [day = '', what, name] = args;
  if (!day) return printDays(desk);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new StartFault(['Give the day as 2026-12-24.']);
  if (what === 'clear') await desk.clearDayOff(day, by);
  else if (what === 'off' || what === 'work')
    await desk.setDayOff({ day, isOff: what === 'off', name: name ?? '' }, by);
  else throw new StartFault(['Say off, work or clear.']);
  await printDays(desk);
}

async function printDays(desk: StaffDesk): Promise<void> {
  const { daysOff } = await desk.rules();
  for (const { day, isOff, name } of daysOff) process.stdout.write(`${day}  ${isOff ? 'off ' : 'work'}  ${name}\n`);
}

/** `answerDays=7 closesAt=15.30`; without arguments: the settings as they are. */
export async function changeSettings(desk: StaffDesk, by: string, args: readonly string[]): Promise<void> {
  const { settings } = await desk.rules();
  if (args.length > 0) {
    const changed = caseSettingsSchema.safeParse({ ...settings, ...Object.fromEntries(args.map(readPair)) });
    if (!changed.success) throw new StartFault(changed.error.issues.map(({ path, message }) => `${path}: ${message}`));
    const unknown = args.map((arg) => arg.split('=')[0] ?? '').filter((name) => !(name in settings));
    if (unknown.length > 0) throw new StartFault([`There is no setting ${unknown.join(', ')}.`]);
    await desk.changeSettings(changed.data, by);
  }
  const { settings: now } = await desk.rules();
  for (const [name, value] of Object.entries(now)) process.stdout.write(`${name}=${value}\n`);
}

function readPair(arg: string): [string, string | number] {
  const [name = '', value = ''] = arg.split('=');
  return [name, /^\d+$/.test(value) ? Number(value) : value];
}
