import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import {
  type Case,
  type CaseDesk,
  type CaseStore,
  type CaseWork,
  type Intake,
  type OutgoingMail,
  openCase,
  openCaseWork,
  openLiaisonDesk,
  openStaffDesk,
  type Sent,
} from '../../src/cases/index.ts';
import { insertCase } from '../../src/storage/cases/insertCase.ts';
import { openTalkCases } from '../../src/storage/cases/openTalkCases.ts';
import { readRules } from '../../src/storage/cases/readRules.ts';
import { openCaseStore } from '../../src/storage/index.ts';
import { openTurns } from '../../src/storage/talks/index.ts';
import { lockTurns } from '../../src/storage/talks/transaction.ts';
import { testCaseDesk } from '../support/testCaseDesk.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { MONDAY } from './aCase.ts';

/** Cases on a real database, with a clock that stands where a test puts it, and a mail box. */
export interface TestCases {
  readonly storage: TestStorage;
  readonly desk: CaseDesk;
  readonly store: CaseStore;
  readonly work: CaseWork;
  readonly mails: OutgoingMail[];
  readonly forgotten: string[];
  /** What the mail server answers from now on. */
  answerMailsWith(answer: (mail: OutgoingMail) => Sent | Promise<Sent>): void;
  now: Date;
  /** A talk of a new exporter on the web. */
  beginTalk(language?: 'id' | 'en'): Promise<TestTalk>;
  staff(): ReturnType<typeof openStaffDesk>;
  liaisons(): ReturnType<typeof openLiaisonDesk>;
  find(number: string): Promise<Case>;
}

/** One talk, as storage knows it. */
export interface TestTalk {
  readonly conversationKey: string;
  readonly exporterKey: string;
  open(intake?: Partial<Intake>): Promise<{ kase: Case; isJoined: boolean }>;
  /** What the exporter has been told outside her turns. */
  told(): Promise<string[]>;
  says(text: string): Promise<void>;
  /** Runs something with the cases of a turn. */
  inTurn<T>(run: (cases: ReturnType<typeof openTalkCases>) => Promise<T>): Promise<T>;
}

/** Called at the top of a test file: a database of its own, dropped afterwards. */
export function testCases(part: Partial<CaseDesk> = {}): TestCases {
  const state = { now: MONDAY } as { now: Date; storage: TestStorage; store: CaseStore };
  const desk = testCaseDesk({ clock: () => state.now, ...part });
  const mails: OutgoingMail[] = [];
  const forgotten: string[] = [];
  let answer: (mail: OutgoingMail) => Sent | Promise<Sent> = () => ({ kind: 'sent' });
  const work = () =>
    openCaseWork({
      desk,
      store: state.store,
      sendMail: async (mail) => {
        const sent = await answer(mail);
        if (sent.kind === 'sent') mails.push(mail);
        return sent;
      },
      forgetMails: async (keys) => void forgotten.push(...keys),
      notifiers: {
        web: async ({ telling }) => ({ kind: 'append', activity: { type: 'message', text: telling.text } }),
      },
    });
  beforeAll(async () => {
    state.storage = await openTestStorage();
    state.store = openCaseStore(state.storage.db, state.storage.announcements);
  });
  afterAll(() => state.storage.remove());
  return {
    desk,
    mails,
    forgotten,
    get storage() {
      return state.storage;
    },
    get store() {
      return state.store;
    },
    get work() {
      return work();
    },
    get now() {
      return state.now;
    },
    set now(now: Date) {
      state.now = now;
    },
    answerMailsWith(next) {
      answer = next;
    },
    beginTalk: (language = 'id') => beginTalk(state, desk, language),
    staff: () => openStaffDesk(desk, state.store),
    liaisons: () => openLiaisonDesk(desk, state.store),
    async find(number) {
      const kase = await state.store.find(number);
      if (!kase) throw new Error(`no case ${number}`);
      return kase;
    },
  };
}

/** An ordinary question on certificates of origin. */
export const INTAKE: Intake = {
  door: 'unsolved',
  about: { topic: 'ska', agreement: null, product: null, destination: 'JP' },
  isUrgent: false,
  needsCoordination: false,
  consent: '2026-11',
  personal: { problem: 'SKA saya ditolak, nomor HP 0812-3456-7890', company: 'CV Sari Rasa, Kudus' },
};

async function beginTalk(
  { storage, now }: { now: Date; storage: TestStorage },
  desk: CaseDesk,
  language: 'id' | 'en',
): Promise<TestTalk> {
  const [conversationKey, exporterKey] = [randomUUID(), randomUUID()];
  const { db } = storage;
  await db
    .insertInto('exporters')
    .values({ exporter_key: exporterKey, channel: 'web', resume_hash: null, created_at: now, seen_at: now })
    .execute();
  await db
    .insertInto('conversations')
    .values({
      conversation_key: conversationKey,
      exporter_key: exporterKey,
      channel: 'web',
      language,
      state: null,
      last_stamped_at: now,
      created_at: now,
    })
    .execute();
  const talk = { conversationKey, exporterKey, channel: 'web' as const, language };
  const turns = openTurns(db, 'web', () => {
    throw new Error('no turn fails here');
  });
  return {
    conversationKey,
    exporterKey,
    open: (intake = {}) =>
      db.transaction().execute(async (work) => {
        await lockTurns(work, conversationKey);
        const plan = openCase(desk, talk, { ...INTAKE, ...intake });
        return insertCase(work, plan, await readRules(work), desk.clock());
      }),
    async told() {
      const rows = await db
        .selectFrom('activities')
        .select('activity')
        .where('conversation_key', '=', conversationKey)
        .where('direction', '=', 'out')
        .orderBy('sequence')
        .execute();
      return rows.map(({ activity }) => String(activity.text));
    },
    says: (text) => turns.say(conversationKey, [{ type: 'message', text }], desk.clock()),
    inTurn: (run) =>
      db.transaction().execute(async (work) => {
        await lockTurns(work, conversationKey);
        return run(openTalkCases(() => work, { conversationKey, exporterKey }, desk.clock()));
      }),
  };
}
