import { describe, expect, it } from '@jest/globals';
import { askTogether } from '../../src/conversation/flows/answerAll.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import type { Turn } from '../../src/conversation/turn.ts';

const turn = { desk: { words: (_: string, key: string) => key }, state: { language: 'id' } } as unknown as Turn;

function asking(...titles: string[]): Reply {
  const choices = titles.map((title) => ({ title, action: { do: 'ask' as const, entry: title, slots: {} } }));
  const none = { title: 'none', action: { do: 'none-of-these' as const } };
  return { text: titles.join('\n'), choices: [...choices, none], isNumbered: true };
}

const answered: Reply = { text: 'Form D', choices: [] };

const titlesOf = (reply: Reply | undefined) => reply?.choices.map(({ title }) => title);

describe('askTogether', () => {
  it('leaves a single list with its question', () => {
    const replies = [answered, asking('a', 'b')];
    expect(askTogether(turn, replies)).toEqual(replies);
  });

  it('makes one list of several, the two likeliest of each, after what is answered', () => {
    const [first, list, ...more] = askTogether(turn, [asking('a', 'b', 'c'), answered, asking('b', 'd')]);
    expect([first, more]).toEqual([answered, []]);
    expect(titlesOf(list)).toEqual(['a', 'b', 'd', 'talk:choice.none']);
    expect(list?.text).toMatch(/^talk:clarify\.rest\n\n1\. a\n2\. b\n3\. d\n/);
  });

  it('says so when nothing of it is answered', () => {
    expect(askTogether(turn, [asking('a', 'b'), asking('c', 'd')])[0]?.text).toMatch(/^talk:clarify\.several/);
  });
});
