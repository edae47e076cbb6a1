/**
 * Does one step of a case in a process of its own, and kills it with SIGKILL just before its n-th word to the database:
 * between that word and the one before. Ends with 0 when the step was done before that many words were said.
 *
 * `node crashWorker.ts DATABASE_URL FOLDER STEP N TIME ARGUMENT`
 *
 * @module
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { openWords, sayMoment } from '../../../src/answers/index.ts';
import {
  type CaseDesk,
  openCase,
  openCaseWork,
  openLiaisonDesk,
  openStaffDesk,
  type Sent,
} from '../../../src/cases/index.ts';
import { tokenOf } from '../../../src/cases/link.ts';
import { openMail } from '../../../src/channels/mail/index.ts';
import type { Knowledge } from '../../../src/knowledge/index.ts';
import { openCaseStore } from '../../../src/storage/cases/openCaseStore.ts';
import { openNoticeStore } from '../../../src/storage/console/openNoticeStore.ts';
import { openDatabase } from '../../../src/storage/openDatabase.ts';
import { openTurns } from '../../../src/storage/talks/openTurns.ts';

const [url = '', folder = '', step = '', count = '0', time = '0', argument = ''] = process.argv.slice(2);

const [UNIT, DEPUTY] = ['unit', 'deputy'] as const;
const db = openDatabase(url, pino({ level: 'silent' }));
const now = new Date(Number(time));
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

/** Each the way it happens in the app. */
const STEPS: Readonly<Record<string, () => Promise<unknown>>> = {
  open: () => takeTurn(),
  send: () => work.send(),
  answer: () => answerByLink(),
  check: () => work.checkDeadlines(),
  close: () => openStaffDesk(desk, store).close(argument, 'sari', 'solved'),
  forget: () => work.forget(),
  notice: () => sendNotice(),
};

killBeforeWord(Number(count));
await STEPS[step]?.();
process.exit(0);

/** The exporter's waiting message becomes a case, and the reply names its number, in one turn. */
async function takeTurn(): Promise<void> {
  const turns = openTurns(db, 'web', () => {
    throw new Error('no turn fails here');
  });
  await turns.takeNext(
    argument,
    async (_activity, { cases, conversationKey, exporterKey }) => {
      const talk = { conversationKey, exporterKey, channel: 'web' as const, language: 'id' as const };
      const plan = openCase(desk, talk, {
        door: 'unsolved',
        about: { topic: 'ska', agreement: null, product: null, destination: 'JP' },
        isUrgent: false,
        needsCoordination: false,
        consent: '2026-11',
        personal: { problem: 'SKA ditolak' },
      });
      const { kase } = await cases.open(plan);
      return [{ id: `${kase.number}-reply`, activity: { type: 'message', text: kase.number }, isInstead: false }];
    },
    now,
  );
}

async function answerByLink(): Promise<void> {
  const kase = await store.find(argument);
  const nonce = kase && (await store.nonceFor(argument, kase.unit ?? ''));
  if (!nonce) throw new Error('the unit holds no key');
  const token = tokenOf(desk.secret, nonce);
  await openLiaisonDesk(desk, store).act(token, { do: 'answer', words: 'Begini.' }, kase.shownVersion);
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
