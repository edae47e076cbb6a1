import type { Activity } from 'botframework-directlinejs';
import type { Call } from './dial.ts';
import type { Memory } from './memory.ts';

/** Told once what became of an activity. */
export interface PostHearing {
  kept(id: string): void;
  refused(cause: unknown): void;
}

/** Activities that the server has not acknowledged yet, in the order in which they were said. */
export interface Outbox {
  /** @returns takes it out again, if it has not been delivered by then */
  put(activity: Activity, hearing: PostHearing): () => void;
  /** Delivers over this call from now on, until it is told of another; null while there is none. */
  deliverOver(call: Call | null): void;
}

interface Letter {
  activity: Activity;
  hearing: PostHearing;
}

const AGAIN_AFTER_MS = 2_000;

/**
 * Opens the outbox, with what an earlier life of this tab has left in it.
 *
 * One after another, so that nothing overtakes; posted again under the same client id until the server has answered,
 * so that nothing is lost and nothing is kept twice.
 */
export function openOutbox(memory: Memory): Outbox {
  const letters: Letter[] = leftIn(memory);
  let line: Call | null = null;
  let isDelivering = false;

  function put(activity: Activity, hearing: PostHearing): () => void {
    const letter = { activity, hearing };
    letters.push(letter);
    save();
    void deliver();
    return () => take(letter);
  }

  async function deliver(): Promise<void> {
    if (isDelivering) return;
    isDelivering = true;
    for (let letter = letters[0]; letter && line; letter = letters[0]) await deliverOne(letter, line);
    isDelivering = false;
  }

  async function deliverOne(letter: Letter, call: Call): Promise<void> {
    const delivery = await call.post(letter.activity);
    if (delivery.kind === 'again') return pause(call);
    take(letter);
    if (delivery.kind === 'kept') letter.hearing.kept(delivery.id);
    else letter.hearing.refused(delivery.cause);
  }

  /** Over the same call only after a while; over another one at once. */
  function pause(call: Call): Promise<void> | undefined {
    return line === call ? new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS)) : undefined;
  }

  function take(letter: Letter): void {
    const index = letters.indexOf(letter);
    if (index === -1) return;
    letters.splice(index, 1);
    save();
  }

  function save(): void {
    if (letters.length === 0) memory.forget();
    else memory.write(letters.map(({ activity }) => activity));
  }

  return {
    put,
    deliverOver(call) {
      line = call;
      void deliver();
    },
  };
}

/** Nobody waits to hear of them any more: the echo shows them. */
function leftIn(memory: Memory): Letter[] {
  const left = memory.read();
  const hearing = { kept: () => undefined, refused: () => undefined };
  return Array.isArray(left) ? left.map((activity: Activity) => ({ activity, hearing })) : [];
}
