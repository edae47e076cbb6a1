/**
 * Does one step of a case in a process of its own, and kills it with SIGKILL just before its n-th word to the database:
 * between that word and the one before. Ends with 0 when the step was done before that many words were said.
 *
 * `node crashWorker.ts DATABASE_URL FOLDER`, and on the standard input, when it is to begin, a line of JSON: a {@link Task}.
 *
 * @module
 */
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { pino } from 'pino';
import { openWords, sayMoment } from '../../../src/answers/index.ts';
import {
  type Case,
  type CaseDesk,
  type Decide,
  type LiaisonAct,
  openCase,
  openCaseWork,
  openLiaisonDesk,
  openStaffDesk,
  reopen,
  type Sent,
  supply,
} from '../../../src/cases/index.ts';
import { tokenOf } from '../../../src/cases/link.ts';
import { openMail } from '../../../src/channels/mail/index.ts';
import type { TalkStore } from '../../../src/conversation/index.ts';
import type { Knowledge } from '../../../src/knowledge/index.ts';
import { openCaseStore } from '../../../src/storage/cases/openCaseStore.ts';
import { openNoticeStore } from '../../../src/storage/console/openNoticeStore.ts';
import { openDatabase } from '../../../src/storage/openDatabase.ts';
import { openTurns } from '../../../src/storage/talks/openTurns.ts';

/** What to do; `at` 0: not to be killed. */
interface Task {
  readonly step: string;
  readonly at: number;
  readonly now: number;
  readonly argument: string;
}

const [url = '', folder = ''] = process.argv.slice(2);
const { step, at, now: time, argument } = await readTask();

const [UNIT, DEPUTY] = ['unit', 'deputy'] as const;
const db = openDatabase(url, pino({ level: 'silent' }));
const now = new Date(time);
/** The few rows that a case needs: reading all of the shipped knowledge would take longer than the step. */
const liaisons = new Map(
  [UNIT, DEPUTY].map((id) => {
    const shortName = { id, en: id };
    return [id, { id, shortName, name: shortName, caseEmail: `${id}@unit.example`, deputy: DEPUTY }] as const;
  }),
);
const knowledge = {
  liaisons,
  routes: [{ topic: 'ska', units: [UNIT] }],
  destinations: new Map(),
  products: new Map(),
} as unknown as Knowledge;
const words = openWords();
const desk: CaseDesk = {
  knowledge: () => knowledge,
  say: (language, key, values) => words(language, `cases:${key}`, values),
  sayMoment,
  clock: () => now,
  random: randomBytes,
  secret: 'a secret for tests that is long enough',
  publicUrl: () => 'http://localhost:3978',
  centreAddress: 'desk@fta.example',
};
const hers = { actor: { kind: 'exporter' }, now } as const;
const store = openCaseStore(db, { listen: () => () => undefined });
const mailer = await openMail({ smtpUrl: undefined, from: undefined, dataDir: folder });
const work = openCaseWork({
  desk,
  store,
  sendMail: (mail) => mailer.send(mail),
  forgetMails: (keys) => mailer.forget(keys),
  notifiers: {
    web: async ({ telling }): Promise<Sent> => ({ kind: 'append', activity: { type: 'message', text: telling.text } }),
  },
});

const staff = openStaffDesk(desk, store);

/** Each the way it happens in the app. */
const STEPS: Readonly<Record<string, () => Promise<unknown>>> = {
  open: () => inTurn(openOne),
  send: () => work.send(),
  check: () => work.checkDeadlines(),
  accept: () => byLink({ do: 'accept' }),
  ask: () => byLink({ do: 'ask', words: 'Nomor PEB?' }),
  postpone: () => byLink({ do: 'postpone', day: '2026-08-14', reason: 'Menunggu.' }),
  'pass-on': () => byLink({ do: 'not-ours', unit: DEPUTY, typed: '', reason: 'Bukan kami.' }),
  answer: () => byLink({ do: 'answer', words: 'Begini.' }),
  supply: () => inTurn((talk) => moveMine(talk, (kase) => supply(desk, hers, `PEB untuk ${kase.number}`))),
  reopen: () => inTurn((talk) => moveMine(talk, () => reopen(desk, hers, 'Belum.'))),
  erase: () => inTurn(({ cases }) => cases.eraseMe().then(() => 'Sudah dihapus.')),
  close: () => staff.close(argument, 'sari', 'solved'),
  hold: () => staff.takeOver(argument, 'sari'),
  say: () => staff.say(argument, 'sari', 'Halo, saya Sari.'),
  'give-back': () => staff.giveBack(argument, 'sari'),
  forget: () => work.forget(),
  notice: () => sendNotice(),
};

killBeforeWord(at);
await STEPS[step]?.();
process.exit(0);

/** The exporter's waiting message is answered, in one turn with what it does to her cases. */
async function inTurn(act: (talk: TalkStore) => Promise<string>): Promise<void> {
  const turns = openTurns(db, 'web', () => {
    throw new Error('no turn fails here');
  });
  const answer = async (_activity: unknown, talk: TalkStore) => {
    const text = await act(talk);
    return [{ id: `${argument}-${step}`, activity: { type: 'message', text }, isInstead: false }];
  };
  await turns.takeNext(argument, answer, now);
}

/** Her message becomes a case, and the reply names its number. */
async function openOne({ cases, conversationKey, exporterKey }: TalkStore): Promise<string> {
  const talk = { conversationKey, exporterKey, channel: 'web' as const, language: 'id' as const };
  const plan = openCase(desk, talk, {
    door: 'unsolved',
    about: { topic: 'ska', agreement: null, product: null, destination: 'JP' },
    isUrgent: false,
    needsCoordination: false,
    consent: '2026-11',
    personal: { problem: 'SKA ditolak' },
  });
  return (await cases.open(plan)).kase.number;
}

async function moveMine({ cases }: TalkStore, decide: (kase: Case) => Decide): Promise<string> {
  const [kase] = await cases.mine();
  if (!kase) throw new Error('she has no case');
  const moved = await cases.move(kase.number, decide(kase));
  return 'refused' in moved ? moved.refused : 'Sudah masuk.';
}

async function byLink(act: LiaisonAct): Promise<void> {
  const kase = await store.find(argument);
  const nonce = kase && (await store.nonceFor(argument, kase.unit ?? ''));
  if (!nonce) throw new Error('the unit holds no key');
  await openLiaisonDesk(desk, store).act(tokenOf(desk.secret, nonce), act, kase.shownVersion);
}

/** Ends the process when the test has gone without asking for anything. */
async function readTask(): Promise<Task> {
  for await (const line of createInterface({ input: process.stdin })) return JSON.parse(line) as Task;
  process.exit(0);
}

/** A correction goes to everybody who is named, in one transaction. */
async function sendNotice(): Promise<void> {
  const { id, talks } = JSON.parse(argument) as { id: number; talks: string[] };
  const recipients = talks.map((talk) => ({
    personKey: talk,
    home: talk,
    shown: [{ talk, turn: '1.1', entry: 'ska-manfaat', slots: {} }],
    telling: { text: 'Pembetulan.', choices: [] },
  }));
  await openNoticeStore(db).send(id, recipients, 'sari', 1, now);
}

function killBeforeWord(at: number): void {
  const plain = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  let said = 0;
  pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
    said += 1;
    if (said === at) process.kill(process.pid, 'SIGKILL');
    return plain.apply(this, args);
  } as never;
}
