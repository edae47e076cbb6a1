import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginTalk, call, eventually, type Granted, newToken, openStream, texts } from './support/rawClient.ts';
import { type TestChat, testChats } from './support/testChat.ts';

const chats = testChats();
let chat: TestChat;
beforeAll(async () => {
  chat = await chats.start();
});

describe('a talk', () => {
  it('tells the bot once that it began, and shows what the bot says to that', async () => {
    const talk = await beginTalk(chat.url);
    const [welcome] = await talk.readMany(1);
    expect(welcome).toMatchObject({ type: 'message', text: 'welcome 2', from: { id: 'fta-center', role: 'bot' } });
    expect(welcome?.replyToId).toBeUndefined();
  });

  it('answers with an id, echoes, and replies', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    const posted = await talk.post({ type: 'message', text: 'halo', channelData: { clientActivityID: 'c1' } });
    expect([posted.status, posted.body.id]).toEqual([200, expect.stringMatching(/^talk_.+\|\d{7}$/)]);
    const [, echo, reply] = await talk.readMany(3);
    expect(echo).toMatchObject({
      id: posted.body.id,
      text: 'halo',
      from: { id: talk.userId, role: 'user' },
      channelData: { clientActivityID: 'c1' },
    });
    expect(reply).toMatchObject({ text: '1: halo', replyToId: posted.body.id });
  });

  it('gives times that rise strictly, also when the clock stands still', async () => {
    const still = await chats.start({ clock: () => new Date('2026-11-24T01:00:00Z') });
    const talk = await beginTalk(still.url);
    await Promise.all(['a', 'b', 'c', 'two'].map((text) => talk.say(text)));
    const times = (await talk.readMany(10)).map(({ timestamp }) => timestamp);
    expect(times).toEqual([...new Set(times)].sort());
  });

  it('answers messages sent at once one after another, in their order', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    for (const text of ['a', 'b', 'c', 'd']) await talk.say(text);
    const replies = (await talk.readMany(9)).filter(({ from }) => from.role === 'bot');
    expect(texts(replies)).toEqual(['welcome 2', '1: a', '2: b', '3: c', '4: d']);
  });

  it('keeps an activity once, however often the same client id comes', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    const same = { type: 'message', text: 'halo', channelData: { clientActivityID: 'twice' } };
    const [first, second] = await Promise.all([talk.post(same), talk.post(same)]);
    expect(second?.body).toEqual(first?.body);
    await talk.readMany(3);
    await talk.say('after');
    expect(texts(await talk.readMany(5))).toEqual(['welcome 2', 'halo', '1: halo', 'after', '2: after']);
  });

  it('passes events with their value, and echoes them', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    await talk.post({
      type: 'event',
      name: 'webchat/join',
      value: { language: 'en' },
      channelData: { clientActivityID: 'j' },
    });
    const [, echo, reply] = await talk.readMany(3);
    expect(echo).toMatchObject({ type: 'event', name: 'webchat/join', channelData: { clientActivityID: 'j' } });
    expect(reply?.text).toBe('event webchat/join {"language":"en"}');
  });

  it('passes taps: postBack with text or value, messageBack', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    await talk.post({ type: 'message', text: 'Ya', value: { choice: 1 }, channelData: { postBack: true } });
    await talk.post({ type: 'message', value: { choice: 2 }, channelData: { messageBack: { displayText: 'Dua' } } });
    const seen = await talk.readMany(5);
    expect(texts(seen)).toEqual(expect.arrayContaining(['1: Ya', '2: {"choice":2}']));
    expect(seen.find(({ channelData }) => channelData?.messageBack)?.value).toEqual({ choice: 2 });
  });

  it('reads from a watermark on, and everything without one', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    const { watermark } = (await talk.read()).body;
    await talk.say('halo');
    await talk.readMany(3);
    expect(texts((await talk.read(watermark)).body.activities)).toEqual(['halo', '1: halo']);
    for (const all of ['', 'nonsense', '999999999', '-1']) {
      expect(texts((await talk.read(all)).body.activities)).toEqual(['welcome 2', 'halo', '1: halo']);
    }
  });

  it('keeps what the bot keeps, with the reply', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    const { body } = await talk.say('halo');
    await talk.readMany(3);
    await talk.post({ type: 'message', text: 'like', value: `${body.id}.1` });
    await talk.readMany(5);
    const { db } = chat.storage;
    const turns = await db
      .selectFrom('turns')
      .selectAll()
      .where('conversation_key', '=', talk.conversationId)
      .execute();
    expect(turns[0]).toMatchObject({ question: 'halo', entry_checked_on: '2026-11-24', explanation: { read: 'halo' } });
    const thumbs = await db
      .selectFrom('feedback')
      .selectAll()
      .where('conversation_key', '=', talk.conversationId)
      .execute();
    expect(thumbs).toMatchObject([{ turn_id: `${body.id}.1`, verdict: 'up' }]);
  });

  it('ignores a thumb on a turn of another conversation', async () => {
    const [mine, theirs] = await Promise.all([beginTalk(chat.url), beginTalk(chat.url)]);
    const { body } = await theirs.say('halo');
    await theirs.readMany(3);
    await mine.post({ type: 'message', text: 'like', value: `${body.id}.1` });
    await mine.readMany(3);
    const thumbs = await chat.storage.db
      .selectFrom('feedback')
      .selectAll()
      .where('turn_id', '=', `${body.id}.1`)
      .execute();
    expect(thumbs).toEqual([]);
  });
});

describe('a broken turn', () => {
  it('apologises in the language of the exporter, keeps nothing of the turn, and goes on', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    await talk.say('fail');
    await talk.say('english');
    await talk.say('fail');
    await talk.say('halo');
    const replies = (await talk.readMany(9)).filter(({ from }) => from.role === 'bot');
    expect(texts(replies)).toEqual(['welcome 2', 'maaf', '1: english', 'sorry', '2: halo']);
    expect(replies[1]?.replyToId).toMatch(/\|\d{7}$/);
  });

  it('is logged by its place, without the words of the exporter', async () => {
    const talk = await beginTalk(chat.url);
    await talk.post({ type: 'message', text: 'fail', value: 'rahasia-eksportir' });
    await talk.readMany(3);
    expect(chat.logged()).toContain(talk.conversationId);
    expect(chat.logged()).not.toContain('rahasia-eksportir');
  });
});

describe('a stream', () => {
  it('replays from its watermark, then sends what comes, a watermark in every frame', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    const stream = await openStream(talk.streamUrl);
    await eventually(stream.seen, (seen) => seen.length >= 1);
    await talk.say('halo');
    await eventually(stream.seen, (seen) => seen.length >= 3);
    stream.socket.close();
    expect(texts(stream.seen())).toEqual(['welcome 2', 'halo', '1: halo']);
    for (const { watermark } of stream.frames) expect(watermark).toMatch(/^\d+$/);
    const last = stream.frames.at(-1)?.watermark;
    await talk.say('lagi');
    const again = await call<Granted>(`${talk.path}?watermark=${last}`, { method: 'GET', token: talk.token });
    const resumed = await openStream(again.body.streamUrl);
    await eventually(resumed.seen, (seen) => seen.length >= 2);
    resumed.socket.close();
    expect(texts(resumed.seen())).toEqual(['lagi', '2: lagi']);
  });

  it('may be open twice: both tabs see all', async () => {
    const talk = await beginTalk(chat.url);
    const other = await call<Granted>(`${talk.path}?watermark=`, { method: 'GET', token: talk.token });
    const tabs = await Promise.all([openStream(talk.streamUrl), openStream(other.body.streamUrl)]);
    await talk.say('halo');
    for (const tab of tabs) await eventually(tab.seen, (seen) => texts(seen).includes('1: halo'));
    for (const tab of tabs) tab.socket.close();
    expect(texts(tabs[0]?.seen() ?? [])).toEqual(texts(tabs[1]?.seen() ?? []));
  });

  it('shows typing while a turn takes long, and keeps none of it', async () => {
    const talk = await beginTalk(chat.url);
    const stream = await openStream(talk.streamUrl);
    await talk.say('slow');
    await eventually(stream.seen, (seen) => texts(seen).includes('1: slow'));
    stream.socket.close();
    expect(stream.seen().map(({ type }) => type)).toContain('typing');
    expect((await talk.read()).body.activities.map(({ type }) => type)).not.toContain('typing');
  });

  it('echoes the exporter typing, without keeping it', async () => {
    const talk = await beginTalk(chat.url);
    const stream = await openStream(talk.streamUrl);
    const { body } = await talk.post({ type: 'typing', channelData: { clientActivityID: 't' } });
    const typing = await eventually(
      () => stream.seen().find(({ type }) => type === 'typing'),
      (seen) => seen !== undefined,
    );
    stream.socket.close();
    expect(typing).toMatchObject({ id: body.id, channelData: { clientActivityID: 't' } });
  });

  it('takes empty frames, and large or odd ones harm nobody', async () => {
    const talk = await beginTalk(chat.url);
    const stream = await openStream(talk.streamUrl);
    stream.socket.send('');
    stream.socket.send('{"type":"message"}');
    await talk.say('halo');
    await eventually(stream.seen, (seen) => seen.length >= 3);
    stream.socket.send('x'.repeat(100_000));
    expect(await stream.closed).toBe(1009);
    expect((await talk.read()).status).toBe(200);
  });

  it('opens once per ticket', async () => {
    const talk = await beginTalk(chat.url);
    const stream = await openStream(talk.streamUrl);
    stream.socket.close();
    await expect(openStream(talk.streamUrl)).rejects.toThrow('403');
  });
});

describe('a token', () => {
  it('is a JWT that names the exporter, as Web Chat expects', async () => {
    const { token, userId, expires_in } = await newToken(chat.url);
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ user: userId, exp: expect.any(Number) });
    expect(claims.exp - claims.iat).toBe(expires_in);
    expect(userId).toMatch(/^dl_.{20,}$/);
  });

  it('begins one conversation, and then finds it again', async () => {
    const talk = await beginTalk(chat.url);
    const again = await call<Granted>(`${chat.url}/v3/directline/conversations`, { token: talk.token, body: {} });
    expect([again.status, again.body.conversationId]).toEqual([200, talk.conversationId]);
    await talk.readMany(1);
    await talk.say('halo');
    expect(texts(await talk.readMany(3))).toEqual(['welcome 2', 'halo', '1: halo']);
  });

  it('is renewed for an exporter who returns with the secret or with an earlier token', async () => {
    const talk = await beginTalk(chat.url);
    for (const body of [{ resume: talk.resume }, { token: talk.token }]) {
      const back = await call<Granted>(`${chat.url}/chat/token`, { body });
      expect(back.body).toMatchObject({ userId: talk.userId, conversationId: talk.conversationId });
      expect(back.body.resume).toBeUndefined();
      const found = await call<Granted>(`${talk.path}?watermark=`, { method: 'GET', token: back.body.token });
      expect(found.status).toBe(200);
    }
  });

  it('is refreshed with a new lifetime', async () => {
    const talk = await beginTalk(chat.url);
    const fresh = await call<Granted>(`${chat.url}/v3/directline/tokens/refresh`, { token: talk.token });
    expect(fresh.body).toMatchObject({ conversationId: talk.conversationId, expires_in: 86_400 });
    expect((await call(`${talk.path}?watermark=`, { method: 'GET', token: fresh.body.token })).status).toBe(200);
  });
});
