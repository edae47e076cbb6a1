import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import type { TalkStore } from '../../src/conversation/index.ts';
import { beginTalk, eventually, type Seen, type Talk, texts } from './support/rawClient.ts';
import { testBot } from './support/testBot.ts';
import { type TestChat, testChats } from './support/testChat.ts';

const chats = testChats();
let chat: TestChat;
beforeAll(async () => {
  chat = await chats.start();
});

async function openTalk(url = chat.url, locale = 'id-ID') {
  const talk = await beginTalk(url, locale);
  await talk.readMany(1);
  return talk;
}

function rowsOf(conversationId: string) {
  return chat.storage.db
    .selectFrom('activities')
    .select(['outcome', 'attempts', 'direction'])
    .where('conversation_key', '=', conversationId)
    .where('direction', '=', 'in')
    .orderBy('sequence')
    .execute();
}

describe('turns of one conversation', () => {
  it('run one after another, whichever of two servers gets the words, and no state is lost', async () => {
    const other = await chats.start();
    const talk = await openTalk();
    const posts = Array.from({ length: 24 }, (_, index) => {
      const path = talk.path.replace(chat.url, index % 2 ? other.url : chat.url);
      return fetch(`${path}/activities`, {
        method: 'POST',
        headers: { authorization: `Bearer ${talk.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', text: `w${index}` }),
      });
    });
    for (const { status } of await Promise.all(posts)) expect(status).toBe(200);
    const seen = await talk.readMany(1 + 2 * 24);
    const asked = texts(seen.filter(({ from }) => from.role === 'user'));
    const answered = texts(seen.filter(({ from }) => from.role === 'bot')).slice(1);
    expect(answered).toEqual(asked.map((text, index) => `${index + 1}: ${text}`));
  });

  it('of two hundred talks at once are all taken, each with its own words', async () => {
    const talks = await Promise.all(Array.from({ length: 200 }, () => beginTalk(chat.url)));
    await Promise.all(talks.map((talk, index) => talk.say(`talk ${index}`)));
    const seen: Seen[][] = [];
    for (const talk of talks) seen.push(await talk.readMany(3, 30_000));
    const answers = seen.map((activities) => texts(activities.filter(({ from }) => from.role === 'bot')));
    expect(answers).toEqual(talks.map((_, index) => ['welcome 2', `1: talk ${index}`]));
  });
});

describe('a bot that breaks', () => {
  it('leaves the question where it was, as failed, and an apology', async () => {
    const talk = await openTalk(chat.url, 'en-US');
    await talk.say('fail');
    expect(texts(await talk.readMany(3))).toEqual(['welcome 2', 'fail', 'sorry']);
    expect((await rowsOf(talk.conversationId)).map(({ outcome }) => outcome)).toEqual(['answered', 'failed']);
  });

  it('in greeting says nothing, and is asked as if nothing had been', async () => {
    const sulking = async (context: TurnContext, talk: TalkStore) => {
      if (context.activity.type === 'conversationUpdate') throw new Error('no greeting');
      await testBot(context, talk);
    };
    const rude = await chats.start({ bot: sulking });
    const talk = await beginTalk(rude.url);
    await talk.say('halo');
    expect(texts(await talk.readMany(2))).toEqual(['halo', '0: halo']);
  });
});

describe('a bot that hangs', () => {
  it('is waited for as long as a turn may take, then apologised for, and the talk goes on', async () => {
    const impatient = await chats.start({ turnLimitMs: 300 });
    const talk = await openTalk(impatient.url);
    await talk.say('hang');
    await talk.say('halo');
    expect(texts(await talk.readMany(5))).toEqual(['welcome 2', 'hang', 'halo', 'maaf', '1: halo']);
  });

  it('in one talk does not hold up another', async () => {
    const patient = await chats.start({ turnLimitMs: 2_000 });
    const stuck = await openTalk(patient.url);
    const free = await openTalk(patient.url);
    await stuck.say('hang');
    await free.say('halo');
    expect(texts(await free.readMany(3))).toContain('1: halo');
    expect(texts((await stuck.read()).body.activities)).toEqual(['welcome 2', 'hang']);
    await stuck.readMany(3);
  });

  it('and then goes on can keep nothing any more, and nobody hears what it says', async () => {
    const late: unknown[] = [];
    const tardy = async (context: TurnContext, talk: TalkStore) => {
      if (context.activity.text !== 'tardy') return testBot(context, talk);
      await context.sendActivity('never seen');
      await sleep(400);
      await context.sendActivity('too late');
      await talk.keepFeedback({ turnId: 'x', verdict: 'up' }).catch((error: Error) => late.push(error.message));
    };
    const impatient = await chats.start({ bot: tardy, turnLimitMs: 200 });
    const talk = await openTalk(impatient.url);
    await talk.say('tardy');
    await eventually(
      () => late,
      (messages) => messages.length > 0,
    );
    expect(late).toEqual(['The turn has ended: nothing can be kept in it any more.']);
    await talk.say('halo');
    expect(texts(await talk.readMany(5))).toEqual(['welcome 2', 'tardy', 'maaf', 'halo', '1: halo']);
  });
});

describe('a turn that its process left behind', () => {
  it('is taken by the next one', async () => {
    const first = await chats.start({ bot: () => new Promise(() => undefined) });
    const talk = await beginTalk(first.url);
    await talk.say('halo');
    await first.stop();
    const next = await chats.start();
    const seen = await eventually(
      () => readAll(next, talk),
      (activities) => activities.length >= 3,
    );
    expect(seen).toEqual(['halo', 'welcome 2', '1: halo']);
  });

  it('for the fourth time is given up with an apology, and the talk goes on', async () => {
    const deadly = async (context: TurnContext, talk: TalkStore) => {
      if (context.activity.text === 'poison') await new Promise(() => undefined);
      await testBot(context, talk);
    };
    const dying = await chats.start({ bot: deadly });
    const talk = await openTalk(dying.url);
    await talk.say('poison');
    await talk.say('halo');
    await chat.storage.db
      .updateTable('activities')
      .set({ attempts: 3 })
      .where('conversation_key', '=', talk.conversationId)
      .execute();
    await dying.stop();
    const next = await chats.start({ bot: deadly });
    const seen = await eventually(
      () => readAll(next, talk),
      (activities) => activities.length >= 5,
    );
    expect(seen).toEqual(['welcome 2', 'poison', 'halo', 'maaf', '1: halo']);
    expect((await rowsOf(talk.conversationId)).map(({ outcome }) => outcome)).toEqual([
      'answered',
      'failed',
      'answered',
    ]);
  });
});

/** What a talk holds, read from another server than the one it began on. */
async function readAll({ talks }: TestChat, { conversationId, userId }: Talk): Promise<unknown[]> {
  const access = { conversationKey: conversationId, exporterKey: userId, generation: 1 };
  const set = await talks.readSince(access, 0, { activities: 1_000, characters: 1_000_000 });
  return set?.activities.map(({ text }) => text) ?? [];
}
