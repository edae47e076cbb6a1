import { describe, expect, it } from '@jest/globals';
import type { Activity } from 'botframework-directlinejs';
import type { Call, Delivery } from '../../src/chatPage/line/dial.ts';
import type { Memory } from '../../src/chatPage/line/memory.ts';
import { openOutbox } from '../../src/chatPage/line/outbox.ts';

const message = (text: string) => ({ type: 'message', text }) as Activity;
const unheard = { kept: () => undefined, refused: () => undefined };

function aMemory(): Memory {
  let kept: unknown = null;
  return {
    read: () => kept,
    write: (value) => {
      kept = structuredClone(value);
    },
    forget: () => {
      kept = null;
    },
  };
}

/** A call that answers as told, and notes what was posted. */
function aCall(posted: string[], ...answers: Delivery['kind'][]): Call {
  return {
    async post(activity) {
      const { text } = activity as { text: string };
      posted.push(text);
      const kind = answers.shift() ?? 'kept';
      return kind === 'kept' ? { kind, id: text } : kind === 'again' ? { kind } : { kind, cause: 413 };
    },
    place: () => ({ conversationId: '', watermark: '' }),
    hangUp: () => undefined,
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('openOutbox', () => {
  it('waits for a line, then delivers in the order in which it was said', async () => {
    const [outbox, posted] = [openOutbox(aMemory()), [] as string[]];
    for (const text of ['a', 'b', 'c']) outbox.put(message(text), unheard);
    await settled();
    expect(posted).toEqual([]);
    outbox.deliverOver(aCall(posted));
    await settled();
    expect(posted).toEqual(['a', 'b', 'c']);
  });

  it('posts again over the next call what the last one left open, and lets nothing overtake it', async () => {
    const [outbox, posted] = [openOutbox(aMemory()), [] as string[]];
    const cut: Call = {
      ...aCall(posted),
      async post() {
        outbox.deliverOver(null);
        return { kind: 'again' };
      },
    };
    outbox.put(message('a'), unheard);
    outbox.put(message('b'), unheard);
    outbox.deliverOver(cut);
    await settled();
    outbox.deliverOver(aCall(posted));
    await settled();
    expect(posted).toEqual(['a', 'b']);
  });

  it('tells what was kept and what was refused, and goes on', async () => {
    const outbox = openOutbox(aMemory());
    const heard: unknown[] = [];
    const hearing = { kept: (id: string) => heard.push(id), refused: (cause: unknown) => heard.push(cause) };
    for (const text of ['a', 'b']) outbox.put(message(text), hearing);
    outbox.deliverOver(aCall([], 'refused'));
    await settled();
    expect(heard).toEqual([413, 'b']);
  });

  it('takes out what nobody waits for any more', async () => {
    const [outbox, posted] = [openOutbox(aMemory()), [] as string[]];
    const takeOut = outbox.put(message('a'), unheard);
    outbox.put(message('b'), unheard);
    takeOut();
    outbox.deliverOver(aCall(posted));
    await settled();
    expect(posted).toEqual(['b']);
  });

  it('remembers what was not delivered, and nothing else', async () => {
    const [memory, posted] = [aMemory(), [] as string[]];
    const before = openOutbox(memory);
    before.put(message('a'), unheard);
    const after = openOutbox(memory);
    after.deliverOver(aCall(posted));
    await settled();
    expect([posted, memory.read()]).toEqual([['a'], null]);
  });
});
