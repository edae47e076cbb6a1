import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startIn, TOPIC_NAMES, TOPICS } from '../../src/chatPage/topics.ts';
import { actionSchema } from '../../src/conversation/action.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

describe('topics', () => {
  it('ask for what the bot can do', () => {
    const refused = TOPIC_NAMES.filter((name) => !actionSchema.safeParse(TOPICS[name]).success);
    expect(refused).toEqual([]);
  });

  it('ask for entries that exist', () => {
    const { knowledge } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
    const asked = TOPIC_NAMES.flatMap((name) => ('entry' in TOPICS[name] ? [String(TOPICS[name].entry)] : []));
    expect(asked.filter((entry) => !knowledge.entries.has(entry))).toEqual([]);
  });
});

describe('startIn', () => {
  const start = (query: string) => startIn(new URLSearchParams(query));

  it('begins with a topic of a poster, however it is written', () => {
    expect([start('topic=ska'), start('topic=SKA%20'), start('lang=en&topic=hs')]).toEqual([
      { topic: 'ska' },
      { topic: 'ska' },
      { topic: 'hs' },
    ]);
  });

  it('only drafts other words, and not without end', () => {
    expect(start('topic=abon+ke+Singapura')).toEqual({ draft: 'abon ke Singapura' });
    expect(start(`topic=${'a'.repeat(1_000)}`).draft).toHaveLength(300);
    expect([start(''), start('topic=')]).toEqual([{}, {}]);
  });
});
