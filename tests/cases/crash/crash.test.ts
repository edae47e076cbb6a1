import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
  await storage.remove();
  await rm(folder, { recursive: true });
});

/** Does a step in a process that is killed at its n-th word. @returns whether it got through */
async function doStep(step: string, at: number, argument: string): Promise<boolean> {
  const child = spawn(NODE, [WORKER, storage.url, folder, step, String(at), String(now), argument], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = await once(child, 'exit');
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
    .values({ ...conversation, language: 'id', state: null, last_stamped_at: at, created_at: at, last_sequence: 1 })
    .execute();
  await db
    .insertInto('activities')
    .values({
      conversation_key: talk,
      sequence: 1,
      direction: 'in',
      visible: true,
      activity: JSON.stringify({ type: 'message', text: 'setuju dan kirim' }),
      client_activity_id: null,
      stored_at: at,
      processed_at: null,
      outcome: null,
    })
    .execute();
  return talk;
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
