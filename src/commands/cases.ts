import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { openWords, sayMoment } from '../answers/index.ts';
import { type Moved, OUTCOMES, openStaffDesk, type StaffDesk } from '../cases/index.ts';
import { senderAddress } from '../channels/mail/index.ts';
import { exitReadably } from '../exitReadably.ts';
import { keptSecret } from '../keptSecret.ts';
import { assembleKnowledge, checkRow } from '../knowledge/index.ts';
import { caseDesk } from '../startCases.ts';
import { StartFault } from '../startFault.ts';
import { openCaseStore, openKnowledgeStore, type Storage } from '../storage/index.ts';
import { changeCalendar, changeSettings } from './cases/changeRules.ts';
import { printCase, printList } from './cases/printCases.ts';
import { randomText, withStorage } from './withStorage.ts';

const USAGE = `npm run cases -- list [--all]                      what is not closed, urgent first
npm run cases -- show NUMBER                       one case whole
npm run cases -- reply NUMBER "answer"             answers the exporter
npm run cases -- ask NUMBER "question"             asks the exporter for something
npm run cases -- note NUMBER "words"               a word among staff
npm run cases -- pass NUMBER UNIT|desk "reason"    to a unit of the knowledge, or back to the centre
npm run cases -- wait NUMBER 2026-08-14 "reason"   a new date for the exporter
npm run cases -- close NUMBER OUTCOME ["words"]    ${OUTCOMES.join(', ')}
npm run cases -- reopen NUMBER "why"
npm run cases -- holiday 2026-12-24 off|work "name" | 2026-12-24 clear
npm run cases -- settings [name=value …]
Works beside the running server; what you say reaches the exporter within a second of its looking.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false } },
});
const [command = '', number = '', ...words] = positionals;
/** The account of this machine signs: the audit says who it was. */
const me = `terminal:${userInfo().username}`;

type Command = (desk: StaffDesk) => Promise<void>;
const COMMANDS: Readonly<Record<string, Command>> = {
  list: async (desk) => printList(await desk.list(values.all ? {} : { states: NOT_CLOSED }, { limit: 200 })),
  show: async (desk) => printCase(number, await desk.show(number, me)),
  reply: (desk) => done(desk.reply(number, me, given(words[0], 'answer'))),
  ask: (desk) => done(desk.ask(number, me, given(words[0], 'question'))),
  note: (desk) => done(desk.note(number, me, given(words[0], 'words'))),
  pass: (desk) => done(desk.reroute(number, me, unitGiven(), given(words[1], 'reason'))),
  wait: (desk) => done(desk.postpone(number, me, given(words[0], 'day'), given(words[1], 'reason'))),
  close: (desk) => done(desk.close(number, me, outcomeGiven(), words[1])),
  reopen: (desk) => done(desk.reopen(number, me, given(words[0], 'reason'))),
  holiday: (desk) => changeCalendar(desk, me, [number, ...words]),
  settings: (desk) => changeSettings(desk, me, [number, ...words].filter(Boolean)),
};
const NOT_CLOSED = ['open', 'with-liaison', 'waiting-for-exporter', 'answered'] as const;

if (!COMMANDS[command]) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  await exitReadably(run);
}

async function run(): Promise<void> {
  await withStorage(async (storage, config) => {
    const secret = config.secret ?? (await keptSecret(config.dataDir, randomText));
    await COMMANDS[command]?.(await openDesk(storage, secret, config.mail.from));
  });
}

async function openDesk(storage: Storage, secret: string, from: string | undefined): Promise<StaffDesk> {
  const { rows } = await openKnowledgeStore(storage.db).readLive();
  const read = rows.flatMap(({ table, value }) => {
    const checked = checkRow(table, value);
    return 'row' in checked ? [{ table, row: checked.row }] : [];
  });
  const knowledge = assembleKnowledge(read);
  const desk = caseDesk({
    knowledge: () => knowledge,
    words: openWords(),
    clock: () => new Date(),
    random: randomBytes,
    secret,
    publicUrl: () => '',
    centreAddress: senderAddress(from),
  });
  return openStaffDesk(desk, openCaseStore(storage.db, storage.announcements));
}

async function done(moving: Promise<Moved>): Promise<void> {
  const moved = await moving;
  if ('refused' in moved) throw new StartFault([`${number}: ${REFUSALS[moved.refused] ?? moved.refused}`]);
  const { kase } = moved;
  const promise = kase.promisedAt && kase.state !== 'closed' ? `, promised by ${sayMoment(kase.promisedAt, 'en')}` : '';
  process.stdout.write(`${kase.number}: ${kase.state}${promise}\n`);
}

const REFUSALS: Readonly<Record<string, string>> = {
  unknown: 'there is no such case; see npm run cases -- list --all.',
  'wrong-state': 'that cannot be done in its present state; see npm run cases -- show.',
  erased: 'its data was deleted.',
  'not-shared': 'the exporter did not agree that a unit reads it: ask first.',
  'no-such-unit': 'there is no such unit in the knowledge (liaisons).',
  'other-open': 'another case of the exporter on the same matter is open.',
  'bad-date': 'give a day after today, within 120 days, as 2026-08-14.',
};

function given(word: string | undefined, what: string): string {
  if (word?.trim()) return word.trim();
  throw new StartFault([`The ${what} is missing.`, USAGE]);
}

function unitGiven(): string | null {
  const unit = given(words[0], 'unit');
  return unit === 'desk' ? null : unit;
}

function outcomeGiven() {
  const outcome = OUTCOMES.find((one) => one === words[0]);
  if (outcome) return outcome;
  throw new StartFault([`Say how it ended: ${OUTCOMES.join(', ')}.`]);
}
