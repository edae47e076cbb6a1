import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { beginTalk, openStream } from '../tests/directLine/support/rawClient.ts';
import { percentilesOf, toTenth } from './percentiles.ts';

/** What the clients are told: where, what to ask, and how hard. */
export interface Load {
  readonly url: string;
  readonly questions: readonly string[];
  readonly talks: number;
  readonly turnsATalk: number;
}

/** What they saw: turns a second with every talk asking as fast as it is answered, and milliseconds at half of that. */
export interface Seen {
  readonly turnsASecond: number;
  readonly halfLoadMs: ReturnType<typeof percentilesOf>;
}

const { url, questions, talks, turnsATalk } = workerData as Load;
const asking = await Promise.all(Array.from({ length: talks }, openAsking));
await Promise.all(asking.map((ask) => ask(0)));
const begun = performance.now();
await Promise.all(asking.map((ask) => askAll(ask, 0)));
const turnsASecond = (talks * turnsATalk) / ((performance.now() - begun) / 1000);
const pauseMs = (2 * talks * 1000) / turnsASecond;
const waits = await Promise.all(
  asking.map((ask, at) => sleep((at * pauseMs) / talks).then(() => askAll(ask, pauseMs))),
);
parentPort?.postMessage({
  turnsASecond: toTenth(turnsASecond),
  halfLoadMs: percentilesOf(waits.flat()),
} satisfies Seen);
process.exit(0);

/** Asks one question after another, each at its time or as soon as the one before is answered. */
async function askAll(ask: (turn: number) => Promise<number>, everyMs: number): Promise<number[]> {
  const start = performance.now();
  const took: number[] = [];
  for (let turn = 0; turn < turnsATalk; turn++) {
    const early = start + turn * everyMs - performance.now();
    if (early > 0) await sleep(early);
    took.push(await ask(turn));
  }
  return took;
}

/** A talk on a stream; asking resolves with the milliseconds until the first bubble. */
async function openAsking(): Promise<(turn: number) => Promise<number>> {
  const talk = await beginTalk(url);
  const { socket } = await openStream(talk.streamUrl);
  const waiting = new Map<string, (at: number) => void>();
  const early = new Map<string, number>();
  socket.on('message', (data) => {
    for (const { type, replyToId } of JSON.parse(String(data)).activities) {
      if (type !== 'message' || !replyToId) continue;
      const tell = waiting.get(replyToId);
      if (tell) tell(performance.now());
      else if (!early.has(replyToId)) early.set(replyToId, performance.now());
    }
  });
  return async (turn) => {
    const asked = performance.now();
    const { body } = await talk.say(questions[turn % questions.length] ?? '');
    const seen = early.get(body.id);
    const at = seen ?? (await new Promise<number>((resolve) => waiting.set(body.id, resolve)));
    return at - asked;
  };
}
