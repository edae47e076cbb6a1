import type { Heard } from '../receive/inbox.ts';
import type { PostToGraph } from './graphClient.ts';

/** Two grey ticks turn blue, and "typing" shows, while a turn is taken. */
export interface ReadMarks {
  show(heard: Heard): void;
  /** Waits until a mark that is under way has arrived: after the reply, typing would show for another 25 seconds. */
  settled(conversationKey: string): Promise<void>;
}

/** Beyond this nobody waits for a mark: the replies need the line. */
const MOST_AT_ONCE = 20;

/** Shows marks without ever holding up a turn; one that fails is missed by nobody. */
export function openReadMarks(post: PostToGraph): ReadMarks {
  const underWay = new Map<string, Promise<unknown>>();
  return {
    show({ conversationKey, wamid }) {
      if (underWay.size >= MOST_AT_ONCE) return;
      const mark = post(markOf(wamid)).finally(() => {
        if (underWay.get(conversationKey) === mark) underWay.delete(conversationKey);
      });
      underWay.set(conversationKey, mark);
    },
    async settled(conversationKey) {
      await underWay.get(conversationKey);
    },
  };
}

function markOf(wamid: string): object {
  return { messaging_product: 'whatsapp', status: 'read', message_id: wamid, typing_indicator: { type: 'text' } };
}
