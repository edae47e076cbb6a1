import type { Log } from '../log.ts';
import { BOT_ACCOUNT, type Language, type WireActivity } from '../wireActivity.ts';
import { TurnCut, withinLimit } from '../withinLimit.ts';
import type { ShowNow } from './showNow.ts';
import type { Answer, Turn, Turns } from './turns.ts';

/** Each holds a connection to the database while it runs; posting, reading and health need the others. */
const MOST_AT_ONCE = 8;
const TURN_LIMIT_MS = 20_000;
/** Less than the server waits before it closes the database. */
const STOP_PATIENCE_MS = 7_000;
const TYPING_AFTER_MS = 300;
const LOOK_EVERY_MS = 5_000;
const MOST_ATTEMPTS = 3;

/** Runs turns in this process. */
export interface TurnRunner {
  /** Runs the turns a conversation waits for; returns at once. */
  wake(conversationKey: string): void;
  /** Takes up what a dead process left behind, now and from then on. */
  start(): Promise<void>;
  /** Takes no new turn, waits for those that run, and after a while cuts them: they are taken by the next start. */
  stop(): Promise<void>;
}

export interface TurnRunnerOptions<Talk> {
  /** What the bot's words carry as their channel. */
  readonly channelId: string;
  readonly turns: Turns<Talk>;
  readonly answer: Answer<Talk>;
  /** What an exporter reads when a turn has failed. */
  readonly apologise: (language: Language, caseNumber: string) => string;
  readonly showNow: ShowNow;
  readonly clock: () => Date;
  readonly log: Log;
  /** How long the bot may think about one activity; 20 s unless said. */
  readonly turnLimitMs?: number;
  /** How long turns that run may go on when the process stops; 7 s unless said. */
  readonly stopPatienceMs?: number;
  /** How many turns run side by side; 8 unless said. */
  readonly atOnce?: number;
}

/** What every turn is taken with. */
interface Taking<Talk> extends TurnRunnerOptions<Talk> {
  readonly stopping: AbortSignal;
}

/**
 * Runs turns: several conversations side by side, each conversation one turn after another.
 *
 * Storage keeps the order across processes; the queue here only spares the database connections that would wait. A
 * turn that the database failed is tried again; a turn that the bot failed, or that has brought down the process
 * three times, ends with an apology.
 */
export function runTurns<Talk>(options: TurnRunnerOptions<Talk>): TurnRunner {
  const { turns, clock, log, atOnce = MOST_AT_ONCE, stopPatienceMs = STOP_PATIENCE_MS } = options;
  const stopping = new AbortController();
  const taking = { ...options, stopping: stopping.signal };
  const queued = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const leftBehind = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let isStopping = false;

  function wake(conversationKey: string): void {
    queued.add(conversationKey);
    runNext();
  }

  function runNext(): void {
    if (isStopping || running.size >= atOnce) return;
    const conversationKey = [...queued].find((key) => !running.has(key));
    if (conversationKey === undefined) return;
    queued.delete(conversationKey);
    running.set(conversationKey, runAll(conversationKey));
    runNext();
  }

  async function runAll(conversationKey: string): Promise<void> {
    try {
      if (leftBehind.delete(conversationKey)) await takeUp(options, conversationKey);
      while (!isStopping && (await runOne(taking, conversationKey)));
    } catch (error) {
      log.error({ err: error, conversationKey }, 'turns: the database did not answer, trying again later');
    } finally {
      running.delete(conversationKey);
      setImmediate(runNext);
    }
  }

  async function lookForLeftBehind(before: Date): Promise<void> {
    for (const conversationKey of await turns.findWaiting(before)) {
      if (running.has(conversationKey) || queued.has(conversationKey)) continue;
      leftBehind.add(conversationKey);
      wake(conversationKey);
    }
  }

  function lookAgain(): void {
    lookForLeftBehind(new Date(clock().getTime() - LOOK_EVERY_MS)).catch((error) => {
      log.error({ err: error }, 'turns: could not look for what was left behind');
    });
  }

  async function start(): Promise<void> {
    timer = setInterval(lookAgain, LOOK_EVERY_MS);
    timer.unref();
    await lookForLeftBehind(clock());
  }

  async function stop(): Promise<void> {
    isStopping = true;
    if (timer) clearInterval(timer);
    const patience = setTimeout(() => stopping.abort(new TurnCut('The process stops.')), stopPatienceMs);
    await Promise.all(running.values());
    clearTimeout(patience);
  }

  return { wake, start, stop };
}

/** Counts the attempt before it is made: a turn that kills the process must not kill it for ever. */
async function takeUp<Talk>(options: TurnRunnerOptions<Talk>, conversationKey: string): Promise<void> {
  const attempt = await options.turns.countAttempt(conversationKey);
  if (attempt && attempt.attempts > MOST_ATTEMPTS) {
    await giveUp(options, attempt, new Error(`The turn was left behind ${MOST_ATTEMPTS} times.`));
  }
}

/** @returns whether another activity may wait */
async function runOne<Talk>(taking: Taking<Talk>, conversationKey: string): Promise<boolean> {
  const { turns, clock, turnLimitMs = TURN_LIMIT_MS, stopping } = taking;
  const typing = setTimeout(
    () => void taking.showNow(conversationKey, typingOf(taking, conversationKey)),
    TYPING_AFTER_MS,
  );
  const answer: Answer<Talk> = (activity, talk) =>
    withinLimit(() => taking.answer(activity, talk), turnLimitMs, stopping);
  try {
    const outcome = await turns.takeNext(conversationKey, answer, clock());
    if (outcome.kind === 'failed' && outcome.cause instanceof TurnCut) return false;
    if (outcome.kind === 'failed') await giveUp(taking, outcome.turn, outcome.cause);
    return outcome.kind !== 'none-waiting';
  } finally {
    clearTimeout(typing);
  }
}

async function giveUp<Talk>(options: TurnRunnerOptions<Talk>, turn: Turn, cause: unknown): Promise<void> {
  const { conversationKey, sequence } = turn;
  options.log.error({ err: cause, conversationKey, sequence }, 'turns: a turn failed, apologising');
  const apology = (language: Language, number: string) => apologyOf(options, conversationKey, language, number);
  await options.turns.giveUp(turn, apology, options.clock());
}

/** What needs to know no more than whose words these are. */
type Speaker = Pick<TurnRunnerOptions<never>, 'channelId' | 'apologise'>;

function typingOf({ channelId }: Speaker, conversationKey: string): WireActivity {
  return { type: 'typing', channelId, from: BOT_ACCOUNT, conversation: { id: conversationKey } };
}

function apologyOf(
  { channelId, apologise }: Speaker,
  conversationKey: string,
  locale: Language,
  caseNumber: string,
): WireActivity {
  const conversation = { id: conversationKey };
  return { type: 'message', text: apologise(locale, caseNumber), locale, channelId, from: BOT_ACCOUNT, conversation };
}
