import { beforeAll, describe, expect, it } from '@jest/globals';
import { beginTalk, eventually } from '../directLine/support/rawClient.ts';
import { type TestChat, testChats } from '../directLine/support/testChat.ts';

const chats = testChats();
let chat: TestChat;

beforeAll(async () => {
  chat = await chats.start();
});

async function casesOf(talk: string) {
  return chat.storage.db.selectFrom('cases').selectAll().where('conversation_key', '=', talk).execute();
}

describe('a turn that fails', () => {
  it('becomes a case of the desk with her words, and a second one joins it', async () => {
    const talk = await beginTalk(chat.url);
    await talk.say('fail');
    const [kase] = await eventually(
      () => casesOf(talk.conversationId),
      (found) => found.length > 0,
    );
    expect(kase).toMatchObject({ state: 'open', door: 'fault', unit: null, is_shared: false, version: 1 });
    expect(kase?.personal).toMatchObject({ problem: 'fail' });
    await talk.say('fail');
    const joined = await eventually(
      () => casesOf(talk.conversationId),
      ([one]) => one?.version === 2,
    );
    expect(joined).toHaveLength(1);
  });
});
