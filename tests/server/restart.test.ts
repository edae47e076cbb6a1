import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import { eventually, newToken } from '../directLine/support/rawClient.ts';
import { endRealClients, openRealClient, type RealClient } from '../directLine/support/realClient.ts';
import { type DataFolder, makeDataFolder } from '../support/dataFolder.ts';
import { type EmbeddedDatabase, embeddedDatabase } from '../support/embeddedDatabase.ts';
import { endMains, type MainProcess, startMain } from '../support/mainProcess.ts';
import { makeUnburied } from '../support/unburied.ts';

// Each start is a process of its own, which on a busy machine learns for a minute.
jest.setTimeout(300_000);

const QUESTION = 'form apa untuk ekspor ke Chile?';

let folder: DataFolder;
let database: EmbeddedDatabase;
let main: MainProcess;
/** It began together with the first, on the same empty folder. */
let loser: MainProcess;
let client: RealClient;
beforeAll(async () => {
  folder = await makeDataFolder();
  database = embeddedDatabase(folder.path);
  [main, loser] = await startTwoAtOnce();
  await main.ready;
  client = await connect();
});
afterAll(async () => {
  endRealClients();
  await endMains();
  // Left over only where a test failed between a kill and the next start.
  const left = database.pid();
  if (left) process.kill(left, 'SIGINT');
  await folder.remove();
});

async function startTwoAtOnce(): Promise<[winner: MainProcess, loser: MainProcess]> {
  const both = await Promise.all([1, 2].map(() => startMain({ env: { DATA_DIR: folder.path } })));
  const [one, other] = both as [MainProcess, MainProcess];
  const first = await Promise.race([one.ended.then(() => one), other.ended.then(() => other)]);
  return first === one ? [other, one] : [one, other];
}

async function connect(): Promise<RealClient> {
  const { token } = await newToken(main.url);
  const connected = openRealClient(main.url, { token });
  await repliesTo(connected, undefined);
  return connected;
}

/** What the bot has said to something; unasked, its welcome. */
function repliesTo({ seen }: RealClient, id: string | undefined) {
  return eventually(
    () => seen.filter((each) => each.from.role === 'bot' && each.type === 'message' && each.replyToId === id),
    (replies) => replies.length > 0,
    60_000,
  );
}

/** Starts again on the same folder and the same port, as a supervisor does. */
async function startAgain(): Promise<void> {
  const PORT = new URL(main.url).port;
  main = await startMain({ env: { DATA_DIR: folder.path, PORT } });
  await main.ready;
}

async function kill(): Promise<void> {
  main.signal('SIGKILL');
  await main.ended;
}

/** Every activity once, and each in its place. */
function expectInOrder({ seen }: RealClient): void {
  const said = seen.filter(({ type }) => type !== 'typing');
  expect(new Set(said.map(({ id }) => id)).size).toBe(said.length);
  const times = said.map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted());
}

function ask(text: string): Promise<string> {
  return client.post({ type: 'message', text, from: { id: 'me' }, channelData: { clientActivityID: text } });
}

/** Holds every turn where it keeps what was decided, until it is released. */
async function holdTurns(): Promise<pg.Client> {
  const holder = await database.connect();
  await holder.query('begin; lock table turns in access exclusive mode');
  return holder;
}

async function isHeld(holder: pg.Client): Promise<boolean> {
  const { rows } = await holder.query(`select 1 from pg_locks where not granted and relation = 'turns'::regclass`);
  return rows.length > 0;
}

describe('the bot', () => {
  it('begun twice at once on an empty folder begins once', async () => {
    expect(await loser.ended).toBe(1);
    expect(loser.stderr()).toMatch(/^\S+ is in use \(fta-center-bot process \d+\): .+\.\n$/);
  });

  it('killed in the middle of a turn, takes that turn again, once, and the page finds its way back', async () => {
    const before = database.pid();
    const holder = await holdTurns();
    const id = await ask(QUESTION);
    await eventually(() => isHeld(holder), Boolean, 60_000);
    await kill();
    await holder.query('rollback');
    await startAgain();
    expect(database.pid()).toBe(before);
    expect((await repliesTo(client, id))[0]?.text).toMatch(/IC-CEPA/);
    const turns = await holder.query('select question from turns');
    const outcomes = await holder.query(`select outcome, attempts from activities where activity ->> 'id' = $1`, [id]);
    await holder.end();
    expect(turns.rows).toEqual([{ question: QUESTION }]);
    expect(outcomes.rows).toEqual([{ outcome: 'answered', attempts: 1 }]);
    expectInOrder(client);
  });

  it('killed right after it has acknowledged a question, answers it when it is back', async () => {
    const ids = await Promise.all(['kalau ke Jepang?', 'kalau ke Korea?', 'kalau ke Kamboja?'].map(ask));
    await kill();
    await startAgain();
    for (const id of ids) await repliesTo(client, id);
    expectInOrder(client);
  });

  it('brings its database back when both were killed', async () => {
    const before = database.pid();
    main.signal('SIGKILL');
    process.kill(before ?? 0, 'SIGKILL');
    await main.ended;
    await startAgain();
    expect(database.pid()).not.toBe(before);
    await repliesTo(client, await ask('kalau ke Argentina?'));
    expectInOrder(client);
  });

  it('brings its database back when that alone was killed', async () => {
    const before = database.pid();
    process.kill(before ?? 0, 'SIGKILL');
    await eventually(database.pid, (pid) => pid !== undefined && pid !== before, 60_000);
    await eventually(
      () => fetch(`${main.url}/readyz`),
      ({ ok }) => ok,
      60_000,
    );
    await repliesTo(client, await ask('kalau ke Hungaria?'));
    expectInOrder(client);
  });

  it('tells a second one on the same folder that it is in use', async () => {
    const second = await startMain({ env: { DATA_DIR: folder.path } });
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toBe(
      `${folder.path} is in use (fta-center-bot process ${main.pid}): ` +
        'stop that one first, or set another DATA_DIR and PORT, or set DATABASE_URL.\n',
    );
    await repliesTo(client, await ask('kalau ke Ceko?'));
  });

  it('stops gently at a Ctrl-C, also when npm repeats it, and takes its database along', async () => {
    main.signal('SIGINT');
    main.signal('SIGINT');
    expect([await main.ended, main.stderr(), database.pid()]).toEqual([0, '', undefined]);
  });

  it('starts where a dead database was never buried, and shows the whole talk after a day off', async () => {
    const dead = await makeUnburied(database.owner());
    await database.leaveLock(dead.pid);
    await startAgain();
    dead.bury();
    const again = openRealClient(main.url, { token: client.token(), conversationId: conversationOf(client) });
    const before = idsOf(client);
    await eventually(
      () => idsOf(again),
      (ids) => ids.includes(before.at(-1)),
    );
    expect(idsOf(again)).toEqual(before);
  });

  it('finishes the turn that runs before it stops at a SIGTERM', async () => {
    const holder = await holdTurns();
    const id = await ask('kalau ke Australia?');
    await eventually(() => isHeld(holder), Boolean, 60_000);
    main.signal('SIGTERM');
    await eventually(
      () =>
        fetch(`${main.url}/healthz`).then(
          () => false,
          () => true,
        ),
      Boolean,
      60_000,
    );
    await holder.query('rollback');
    expect([await main.ended, main.stderr()]).toEqual([0, '']);
    const stoppedAt = new Date().toISOString();
    await startAgain();
    const [reply] = await repliesTo(client, id);
    expect(String(reply?.timestamp) < stoppedAt).toBe(true);
    main.signal('SIGTERM');
    await main.ended;
  });

  it('stops gently in the middle of its start', async () => {
    main = await startMain({ env: { DATA_DIR: folder.path } });
    await eventually(database.pid, (pid) => pid !== undefined, 60_000);
    main.signal('SIGTERM');
    expect([await main.ended, main.stderr(), database.pid()]).toEqual([0, '', undefined]);
  });
});

function idsOf({ seen }: RealClient): (string | undefined)[] {
  return seen.filter(({ type }) => type !== 'typing').map(({ id }) => id);
}

function conversationOf({ directLine }: RealClient): string {
  return (directLine as unknown as { conversationId: string }).conversationId;
}
