/**
 * How long an exporter waits: one question after another, and two hundred talks at once.
 *
 * Measures the whole way of `npm start`, with the knowledge as it is and a database that waits for the disk: from the
 * post to the first bubble of the answer on the stream.
 *
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { beginTalk, eventually, openStream, type Talk } from '../tests/directLine/support/rawClient.ts';
import { makeDataFolder } from '../tests/support/dataFolder.ts';
import { startMain } from '../tests/support/mainProcess.ts';

const QUESTIONS = [
  'form apa ke Chile?',
  'mau ekspor gula semut ke Hungaria',
  'kalau ke Jepang?',
  'cara urus ska',
  'apa itu hs?',
];
const AT_ONCE = 200;

interface Waits {
  acknowledgedMs: number;
  answeredMs: number;
}

const folder = await makeDataFolder();
const main = await startMain({ env: { DATA_DIR: folder.path } });
await main.ready;
const alone = await measureAlone(10);
const together = await measureTogether();
main.signal('SIGTERM');
await main.ended;
await folder.remove();
process.stdout.write(`${JSON.stringify({ alone, together }, null, 2)}\n`);

/** Ten questions of each exporter, one after another: more, or faster, would be asked to slow down. */
async function measureAlone(exporters: number) {
  const waits: Waits[] = [];
  for (let exporter = 0; exporter < exporters; exporter += 1) {
    const ask = await openAsking();
    for (let round = 0; round < 10; round += 1) waits.push(await ask(QUESTIONS[round % QUESTIONS.length] ?? ''));
  }
  return summaryOf(waits);
}

async function measureTogether() {
  const asking: Awaited<ReturnType<typeof openAsking>>[] = [];
  while (asking.length < AT_ONCE) asking.push(await openAsking());
  const begun = performance.now();
  const waits = await Promise.all(asking.map((ask, index) => ask(QUESTIONS[index % 2] ?? '')));
  return { talks: AT_ONCE, allAnsweredMs: Math.round(performance.now() - begun), ...summaryOf(waits) };
}

async function openAsking(): Promise<(text: string) => Promise<Waits>> {
  const talk = await beginWhenAllowed();
  const { seen } = await openStream(talk.streamUrl);
  await eventually(
    () => seen().length,
    (count) => count > 0,
    60_000,
  );
  return async (text) => {
    const begun = performance.now();
    const { body } = await talk.say(text);
    const acknowledgedMs = performance.now() - begun;
    const isAnswered = () => seen().some(({ replyToId, type }) => replyToId === body.id && type === 'message');
    while (!isAnswered()) await sleep(1);
    return { acknowledgedMs, answeredMs: performance.now() - begun };
  };
}

/** One address gets 120 tokens a minute. */
async function beginWhenAllowed(): Promise<Talk> {
  for (;;) {
    const talk = await beginTalk(main.url);
    if (talk.streamUrl) return talk;
    await sleep(5_000);
  }
}

function summaryOf(waits: readonly Waits[]) {
  return {
    acknowledgedMs: percentiles(waits.map(({ acknowledgedMs }) => acknowledgedMs)),
    answeredMs: percentiles(waits.map(({ answeredMs }) => answeredMs)),
  };
}

function percentiles(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
