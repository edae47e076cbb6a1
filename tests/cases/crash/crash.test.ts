import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendActivities } from '../../../src/storage/talks/appendActivities.ts';
import { openTestStorage, type TestStorage } from '../../support/testStorage.ts';

const WORKER = join(import.meta.dirname, 'crashWorker.ts');
const NODE = join(import.meta.dirname, '../../../node_modules/.bin/node');
/** No step says more to the database than that. */
const MOST_WORDS = 60;
const MONDAY = Date.parse('2026-07-13T02:00:00Z');

let storage: TestStorage;
let folder: string;
let now = MONDAY;

beforeAll(async () => {
  storage = await openTestStorage();
  folder = await mkdtemp(join(tmpdir(), 'fta-crash-'));
});

afterAll(async () => {
  if (spare) {
    spare.stdin.end();
    await once(spare, 'exit');
  }
  await storage.remove();
  await rm(folder, { recursive: true });
});

/** A process that has read its code and waits for its task: the next one is ready while this one works. */
let spare: ReturnType<typeof spawnWorker> | undefined;

function spawnWorker() {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'code') };
  return spawn(NODE, [WORKER, storage.url, folder], { env, stdio: ['pipe', 'ignore', 'inherit'] });
}

/** Does a step in a process that is killed at its n-th word; 0: it is not. @returns whether it got through */
async function doStep(step: string, at: number, argument: string): Promise<boolean> {
  const child = spare ?? spawnWorker();
  const ended = once(child, 'exit');
  child.stdin.end(`${JSON.stringify({ step, at, now, argument })}\n`);
  spare = spawnWorker();
  const [code, signal] = await ended;
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(`${step} ended with ${code} ${signal}`);
  return code === 0;
}

/**
 * Kills a step before its first word to the database, before its second … until it gets through: between each pair. After each
 * kill the state is looked at.
 *
 * @returns how often it was killed
 */
async function killThrough(step: string, argument: string, holds: () => Promise<void>): Promise<number> {
  for (let at = 1; at < MOST_WORDS; at++) {
    const isThrough = await doStep(step, at, argument);
    await holds();
    if (isThrough) return at - 1;
  }
  throw new Error(`${step} never gets through`);
}

async function waitingMessage(): Promise<string> {
  const [talk, exporter] = [randomUUID(), randomUUID()];
  const { db } = storage;
  const at = new Date(MONDAY);
  await db
    .insertInto('exporters')
    .values({ exporter_key: exporter, channel: 'web', resume_hash: null, created_at: at, seen_at: at })
    .execute();
  const conversation = { conversation_key: talk, exporter_key: exporter, channel: 'web' as const };
  await db
    .insertInto('conversations')
    .values({ ...conversation, language: 'id', state: null, last_stamped_at: at, created_at: at })
    .execute();
  await writes(talk);
  return talk;
}

/** She writes something, and no turn has been taken for it yet. */
async function writes(talk: string): Promise<void> {
  const activity = { type: 'message', text: 'setuju dan kirim', from: { id: 'her' }, conversation: { id: talk } };
  const incoming = { activity, direction: 'in' as const, visible: true };
  await storage.db.transaction().execute((work) => appendActivities(work, talk, [incoming], new Date(now)));
}

/** Somebody who was shown a wrong answer. */
async function aMisledTalk(): Promise<string> {
  const talk = await waitingMessage();
  const turn = { conversation_key: talk, turn_id: '1.1', question: 'manfaat ska', language: 'id' as const };
  const answer = { decision: 'answer', entry_id: 'ska-manfaat', entry_revision: 1, entry_checked_on: null };
  await storage.db
    .insertInto('turns')
    .values({ ...turn, ...answer, confidence: 1, explanation: '{}', answered_at: new Date(MONDAY) })
    .execute();
  return talk;
}

async function aNotice(): Promise<number> {
  const at = new Date(MONDAY);
  const by = { version: 1, author: 'sari', reason: 'salah' };
  await storage.db
    .insertInto('knowledge_publishes')
    .values({ ...by, published_at: at })
    .execute();
  const row = { kind: 'correction' as const, table_name: 'entries', row_key: 'ska-manfaat', revision: 2, version: 1 };
  const { id } = await storage.db
    .insertInto('notices')
    .values({
      ...row,
      reason: 'salah',
      made_by: 'sari',
      made_at: at,
      outcome: null,
      settled_by: null,
      settled_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

async function saidIn(talk: string): Promise<string[]> {
  const rows = await storage.db
    .selectFrom('activities')
    .select('activity')
    .where('conversation_key', '=', talk)
    .where('direction', '=', 'out')
    .orderBy('sequence')
    .execute();
  return rows.map(({ activity }) => String(activity.text));
}

async function casesOf(talk: string) {
  return storage.db.selectFrom('cases').selectAll().where('conversation_key', '=', talk).execute();
}

async function kindsOf(number: string): Promise<string[]> {
  const rows = await storage.db
    .selectFrom('case_events')
    .select('kind')
    .where('case_number', '=', number)
    .orderBy('version')
    .execute();
  return rows.map(({ kind }) => kind);
}

async function mailFiles(): Promise<string[]> {
  return (await readdir(join(folder, 'mail'))).sort();
}

/** Every event has its audit row, whatever was killed. */
async function auditIsWhole(): Promise<void> {
  const events = await storage.db.selectFrom('case_events').select(['case_number', 'kind']).execute();
  const audits = await storage.db
    .selectFrom('audit')
    .select(['case_number', 'act as kind'])
    .where('act', 'like', 'case.%')
    .where('act', '<>', 'case.looked-at')
    .execute();
  const inWords = (rows: readonly { case_number: string | null; kind: string }[]) =>
    rows.map(({ case_number, kind }) => `${case_number} ${kind}`).sort();
  expect(inWords(audits)).toEqual(inWords(events));
}

describe('kill -9 between each pair of steps', () => {
  it('loses no case, sends nothing twice and forgets no promise', async () => {
    const talk = await waitingMessage();
    const figures: Record<string, number> = {};

    figures.open = await killThrough('open', talk, async () => {
      const opened = await casesOf(talk);
      expect(opened.length).toBeLessThanOrEqual(1);
      expect(await saidIn(talk)).toEqual(opened.map(({ case_number }) => case_number));
      await auditIsWhole();
    });
    const [kase] = await casesOf(talk);
    const number = kase?.case_number ?? '';
    expect([number, kase?.promised_at]).toEqual(['FTA-2026-00001', new Date('2026-07-20T09:00:00Z')]);

    figures.mail = await killThrough('send', '', async () => {
      const kept = (await mailFiles()).filter((name) => name.endsWith('.eml'));
      expect(kept.length).toBeLessThanOrEqual(1);
    });
    expect(await mailFiles()).toContain(`${number}-1-mail-1.eml`);

    now = Date.parse('2026-07-16T09:00:00Z');
    figures.remind = await killThrough('check', '', auditIsWhole);
    expect(await kindsOf(number)).toEqual(['case.opened', 'case.reminded']);
    await doStep('send', 0, '');

    now = Date.parse('2026-07-20T09:00:00Z');
    const before = await saidIn(talk);
    figures.lapse = await killThrough('check', '', auditIsWhole);
    const late = await killThrough('send', '', async () => {
      expect((await saidIn(talk)).filter((text) => text.includes('mohon maaf')).length).toBeLessThanOrEqual(1);
    });
    figures.tell = late;
    const told = (await saidIn(talk)).slice(before.length);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/mohon maaf|diteruskan/);
    const [promised] = await casesOf(talk);
    expect(promised?.promised_at?.getTime()).toBeGreaterThan(now);

    figures.answer = await killThrough('answer', number, auditIsWhole);
    const answers = (await kindsOf(number)).filter((kind) => kind === 'case.answered');
    expect(answers).toHaveLength(1);
    figures.tellAnswer = await killThrough('send', '', async () => {
      const texts = await saidIn(talk);
      expect(texts.filter((text) => text.includes('Begini.')).length).toBeLessThanOrEqual(1);
    });

    expect((await saidIn(talk)).filter((text) => text.includes('Begini.'))).toHaveLength(1);

    await doStep('close', 0, number);
    expect((await kindsOf(number)).filter((kind) => kind === 'case.closed')).toHaveLength(1);
    await doStep('send', 0, '');
    expect((await saidIn(talk)).filter((text) => text.includes('ditutup'))).toHaveLength(1);

    now = Date.parse('2027-08-01T02:00:00Z');
    await doStep('forget', 0, '');
    const [erased] = await storage.db.selectFrom('cases').selectAll().where('case_number', '=', number).execute();
    expect([erased?.personal, erased?.outcome]).toEqual([null, 'solved']);

    const sent = await storage.db.selectFrom('outbox').select(['message_key', 'status']).execute();
    expect(sent.filter(({ status }) => status === 'failed')).toEqual([]);
    process.stderr.write(`killed: ${JSON.stringify(figures)}\n`);
    expect(Object.values(figures).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(50);
  }, 600_000);

  it('takes every other step once too, from acceptance to deletion', async () => {
    now = MONDAY;
    const talk = await waitingMessage();
    await doStep('open', 0, talk);
    const number = (await casesOf(talk))[0]?.case_number ?? '';
    const figures: Record<string, number> = {};
    /** Kills a step through: at every moment its event is there once with all that belongs to it, or not at all. */
    const killed = async (step: string, argument: string, kind: string) => {
      const before = await kindsOf(number);
      figures[step] = await killThrough(step, argument, async () => {
        expect([before, [...before, kind]]).toContainEqual(await kindsOf(number));
        await auditIsWhole();
      });
      expect(await kindsOf(number)).toEqual([...before, kind]);
      await doStep('send', 0, '');
    };
    await killed('accept', number, 'case.accepted');
    await killed('ask', number, 'case.asked');
    await writes(talk);
    await killed('supply', talk, 'case.supplied');
    await killed('postpone', number, 'case.postponed');
    await killed('pass-on', number, 'case.passed-on');
    await doStep('answer', 0, number);
    await writes(talk);
    await killed('reopen', talk, 'case.reopened');

    const owner = async () => {
      const talks = storage.db.selectFrom('conversations').select(['owner', 'held_by']);
      return talks.where('conversation_key', '=', talk).executeTakeFirstOrThrow();
    };
    figures.hold = await killThrough('hold', talk, async () =>
      expect([
        { owner: 'bot', held_by: null },
        { owner: 'staff', held_by: 'sari' },
      ]).toContainEqual(await owner()),
    );
    figures.say = await killThrough('say', talk, auditIsWhole);
    figures.tellSaid = await killThrough('send', '', async () => {
      expect((await saidIn(talk)).filter((text) => text.includes('saya Sari')).length).toBeLessThanOrEqual(1);
    });
    figures.giveBack = await killThrough('give-back', talk, auditIsWhole);
    await doStep('send', 0, '');
    const said = await saidIn(talk);
    expect(said.filter((text) => text.includes('saya Sari'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('kembali menjawab'))).toHaveLength(1);

    await killed('close', number, 'case.closed');
    expect((await saidIn(talk)).filter((text) => text.includes('ditutup'))).toHaveLength(1);
    const told = (await saidIn(talk)).filter((text) => text !== 'Sudah masuk.');
    expect(new Set(told).size).toBe(told.length);
    const outbox = await storage.db.selectFrom('outbox').selectAll().where('case_number', '=', number).execute();
    expect(outbox.filter(({ status }) => status !== 'sent' && status !== 'dropped')).toEqual([]);

    now = Date.parse('2027-08-01T02:00:00Z');
    const isForgotten = async () => {
      const kase = await storage.db
        .selectFrom('cases')
        .selectAll()
        .where('case_number', '=', number)
        .executeTakeFirst();
      return [kase?.personal === null, kase?.erased_at !== null, kase?.outcome];
    };
    figures.forget = await killThrough('forget', '', async () => {
      // All of a case is forgotten, or nothing of it.
      const [isEmpty, isErased] = await isForgotten();
      expect(isEmpty).toBe(isErased);
      await auditIsWhole();
    });
    expect(await isForgotten()).toEqual([true, true, 'solved']);
    expect(await saidIn(talk)).toEqual([]);
    figures.forgetMails = await killThrough('send', '', async () => undefined);
    expect((await mailFiles()).filter((name) => name.startsWith(number))).toEqual([]);
    process.stderr.write(`killed: ${JSON.stringify(figures)}\n`);
    expect(Object.values(figures).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(100);
  }, 600_000);

  it('gives the case of a silent unit to its deputy once, and deletes all of her data or none', async () => {
    now = MONDAY;
    const talk = await waitingMessage();
    await doStep('open', 0, talk);
    const number = (await casesOf(talk))[0]?.case_number ?? '';
    const figures: Record<string, number> = {};
    for (const moment of ['2026-07-16T01:30:00Z', '2026-07-16T09:00:00Z']) {
      now = Date.parse(moment);
      await doStep('check', 0, '');
    }
    now = Date.parse('2026-07-17T09:00:00Z');
    const unit = async () => (await casesOf(talk))[0]?.unit;
    figures.deputy = await killThrough('check', '', async () => {
      const isPassed = (await kindsOf(number)).includes('case.passed-on');
      expect(await unit()).toBe(isPassed ? 'deputy' : 'unit');
      await auditIsWhole();
    });
    expect((await kindsOf(number)).filter((kind) => kind === 'case.passed-on')).toHaveLength(1);
    await doStep('send', 0, '');
    expect((await saidIn(talk)).filter((text) => text.includes('belum menanggapi'))).toHaveLength(1);

    await writes(talk);
    figures.erase = await killThrough('erase', talk, async () => {
      const [kase] = await storage.db.selectFrom('cases').selectAll().where('case_number', '=', number).execute();
      const said = await saidIn(talk);
      expect(said.includes('Sudah dihapus.')).toBe(kase?.erased_at !== null);
      expect(said.length === 1).toBe(kase?.personal === null);
      await auditIsWhole();
    });
    expect(await saidIn(talk)).toEqual(['Sudah dihapus.']);
    process.stderr.write(`killed: ${JSON.stringify(figures)}\n`);
    expect(figures.deputy).toBeGreaterThan(8);
    expect(figures.erase).toBeGreaterThan(15);
  }, 600_000);

  it('tells nobody twice of a correction, and leaves nobody out', async () => {
    const talks = [await aMisledTalk(), await aMisledTalk(), await aMisledTalk()];
    const id = await aNotice();
    const figures: Record<string, number> = {};
    figures.order = await killThrough('notice', JSON.stringify({ id, talks }), async () => {
      const put = await storage.db.selectFrom('outbox').select('id').where('message_key', 'like', 'notice-%').execute();
      const { outcome } = await storage.db.selectFrom('notices').select('outcome').executeTakeFirstOrThrow();
      expect([put.length, outcome]).toEqual(outcome === null ? [0, null] : [3, 'sent']);
    });
    const told = async (talk: string) => (await saidIn(talk)).filter((text) => text === 'Pembetulan.').length;
    figures.tell = await killThrough('send', '', async () => {
      for (const talk of talks) expect(await told(talk)).toBeLessThanOrEqual(1);
    });
    await doStep('notice', 0, JSON.stringify({ id, talks }));
    await doStep('send', 0, '');
    for (const talk of talks) expect(await told(talk)).toBe(1);
    process.stderr.write(`killed: ${JSON.stringify(figures)}\n`);
    expect(figures.order).toBeGreaterThan(4);
    expect(figures.tell).toBeGreaterThan(10);
  }, 600_000);
});
