import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import {
  beginTalk,
  call,
  eventually,
  type Granted,
  type OpenStream,
  openStream,
  type Talk,
} from '../directLine/support/rawClient.ts';
import { type DataFolder, makeDataFolder } from '../support/dataFolder.ts';
import { endMains, type MainProcess, startMain } from '../support/mainProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

// Each start is a process of its own, which on a busy machine learns for a minute.
jest.setTimeout(300_000);

let database: TestDatabase;
let folders: DataFolder[];
let [one, other]: MainProcess[] = [];
let talk: Talk;
let stream: OpenStream;
beforeAll(async () => {
  database = await createTestDatabase();
  folders = await Promise.all([makeDataFolder(), makeDataFolder()]);
  one = await startOn(folders[0]);
  await one.ready;
  other = await startOn(folders[1]);
  await other.ready;
  talk = await beginTalk(one.url);
  stream = await openStream(talk.streamUrl);
  await repliesTo(undefined);
});
afterAll(async () => {
  stream?.socket.terminate();
  await endMains();
  await database.drop();
  for (const folder of folders) await folder.remove();
});

function startOn(folder: DataFolder | undefined): Promise<MainProcess> {
  const SECRET = 'one secret for both of these processes';
  return startMain({ env: { DATA_DIR: folder?.path ?? '', DATABASE_URL: database.url, SECRET } });
}

async function say(process: MainProcess | undefined, text: string): Promise<string> {
  const url = `${process?.url}/v3/directline/conversations/${talk.conversationId}/activities`;
  return (await call<{ id: string }>(url, { token: talk.token, body: { type: 'message', text } })).body.id;
}

function said(): OpenStream['frames'][0]['activities'] {
  return stream.seen().filter(({ type }) => type === 'message');
}

function repliesTo(id: string | undefined) {
  return eventually(
    () => said().filter((each) => each.from.role === 'bot' && each.replyToId === id),
    (replies) => replies.length > 0,
    30_000,
  );
}

describe('two processes on one database', () => {
  it('take the turns of one talk one after another, whichever of them was asked', async () => {
    const countries = ['Chile', 'Jepang', 'Korea', 'Kamboja', 'Argentina', 'Hungaria', 'Ceko', 'Australia'];
    const asked = countries.map((country, index) => say(index % 2 ? one : other, `form apa ke ${country}?`));
    const ids = await Promise.all(asked);
    for (const id of ids) await repliesTo(id);
    const questions = said().flatMap(({ id, from }) => (from.role === 'user' ? [id] : []));
    const answered = said().flatMap(({ replyToId }) => replyToId ?? []);
    expect([...new Set(answered)]).toEqual(questions);
    expect(answered.toSorted()).toEqual(answered);
  });

  it('show what one of them did to those whom the other serves', async () => {
    const path = `${other?.url}/v3/directline/conversations/${talk.conversationId}?watermark=`;
    const { streamUrl } = (await call<Granted>(path, { method: 'GET', token: talk.token })).body;
    const tab = await openStream(streamUrl);
    const id = await say(one, 'terima kasih');
    await repliesTo(id);
    await eventually(
      () => tab.seen().filter(({ type }) => type === 'message'),
      (seen) => seen.length >= said().length,
    );
    expect(tab.seen().filter(({ type }) => type === 'message')).toEqual(said());
    tab.socket.close();
  });

  it('take over what the other left behind when it was killed', async () => {
    const holder = new pg.Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('begin; lock table turns in access exclusive mode');
    const id = await say(other, 'kalau ke Meksiko?');
    const waiting = `select 1 from pg_locks where not granted and relation = 'turns'::regclass`;
    await eventually(
      () => holder.query(waiting),
      ({ rows }) => rows.length > 0,
      20_000,
    );
    other?.signal('SIGKILL');
    await other?.ended;
    await holder.query('rollback');
    await repliesTo(id);
    const { rows } = await holder.query(`select outcome from activities where activity ->> 'id' = $1`, [id]);
    await holder.end();
    expect(rows).toEqual([{ outcome: 'answered' }]);
  });
});
