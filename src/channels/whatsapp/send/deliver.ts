import type { Log } from '../../log.ts';
import { type ChannelWords, writeBodies } from '../write/writeBodies.ts';
import { type InvitationWords, type Template, writeInvitation } from '../write/writeInvitation.ts';
import { addressed } from './addressed.ts';
import type { GraphAnswer, PostToGraph } from './graphClient.ts';
import type { Delivery, Lane, Part, WhatsAppOutbox } from './outbox.ts';
import type { ReadMarks } from './readMarks.ts';
import { isOpen, LEASE_MS, waitBefore, waitForStatus } from './waits.ts';

/** What sending needs, whoever it is sent to. */
export interface DeliverOptions {
  readonly outbox: WhatsAppOutbox;
  readonly post: PostToGraph;
  readonly marks: ReadMarks;
  readonly words: ChannelWords;
  readonly invitation: InvitationWords;
  readonly template: Template;
  readonly clock: () => Date;
  /** Between 0 and 1. */
  readonly chance: () => number;
  readonly newKey: () => string;
  readonly log: Log;
  /** Waits until the number may send one more message. */
  readonly takeTurn: () => Promise<void>;
  /** Since when statuses can reach us: news of what was sent before a stop comes only after it. */
  readonly listeningSince: Date;
  /** Told of every answer of the Graph API. */
  readonly observe: (answer: GraphAnswer) => void;
}

/** Whether the next delivery of a lane may go out now. */
type Step =
  | { readonly kind: 'next' }
  /** Later, from a time on; what comes after waits too, so that nothing overtakes. */
  | { readonly kind: 'later'; readonly at: Date };

const NEXT: Step = { kind: 'next' };
/** A message that may have arrived is sent again twice at most. */
const MOST_UNKNOWN = 3;
const STOPPED_WAIT_MS = 60_000;

/**
 * Sends what waits for one person, in order.
 *
 * @returns when to look again although something waits; null: it is done, or there is more to be looked at at once
 */
export async function deliverLane(lane: Lane, options: DeliverOptions): Promise<Date | null> {
  await options.marks.settled(lane.conversationKey);
  let isParked = false;
  let person = lane;
  for (const delivery of lane.deliveries) {
    const held = heldFor(person, delivery, options.clock());
    if (held) {
      await options.outbox.settle(lane.conversationKey, delivery.sequence, { state: 'parked', reason: held });
      isParked ||= held === 'window';
      continue;
    }
    const step = await deliver(person, delivery, options);
    if (step === 'shut') {
      person = { ...person, shutAt: options.clock() };
      isParked = true;
    } else if (step.kind === 'later') return step.at;
  }
  return isParked && !lane.isStopped && !lane.invitedAt ? invite(lane, options) : null;
}

/** What answers her goes out also after she asked for silence: it is how she learns that she was heard. */
function heldFor(lane: Lane, delivery: Delivery, now: Date): 'stopped' | 'window' | undefined {
  if (lane.isStopped && !delivery.isAnswer) return 'stopped';
  return isOpen(lane, now) ? undefined : 'window';
}

async function deliver(lane: Lane, delivery: Delivery, options: DeliverOptions): Promise<Step | 'shut'> {
  const bodies = writeBodies(delivery, lane.language, options.words);
  for (const [at, body] of bodies.entries()) {
    const earlier = delivery.parts.find(({ part }) => part === at);
    if (earlier && isOut(earlier)) continue;
    const wait = earlier && mustWait(earlier, options);
    if (wait) return { kind: 'later', at: wait };
    if (earlier && isHopeless(earlier)) return fail(lane, delivery, 'unknown', options);
    const messageKey = earlier?.messageKey ?? options.newKey();
    const message = addressed(body, lane.address, messageKey, at === 0 ? delivery.quote : null);
    const beginning = { conversationKey: lane.conversationKey, sequence: delivery.sequence, part: at, messageKey };
    const pair = await options.outbox.takePairToken(lane.conversationKey, options.clock());
    if (pair > 0) return { kind: 'later', at: after(options.clock(), pair) };
    const answer = await send(beginning, message, options);
    const step = await afterAnswer(answer, lane, delivery, (earlier?.attempts ?? 0) + 1, options);
    if (step === 'shut' || step === 'failed') return step === 'shut' ? 'shut' : NEXT;
    if (step.kind === 'later') return step;
  }
  await options.outbox.settle(lane.conversationKey, delivery.sequence, { state: 'done' });
  return NEXT;
}

async function send(
  beginning: Parameters<WhatsAppOutbox['begin']>[0],
  message: object,
  options: DeliverOptions,
): Promise<GraphAnswer> {
  const { outbox, clock } = options;
  await options.takeTurn();
  await outbox.begin(beginning, clock(), after(clock(), LEASE_MS));
  const answer = await options.post(message);
  const result =
    answer.kind === 'refused'
      ? { kind: 'refused' as const, code: answer.code, isFinal: answer.as === 'failed' }
      : answer;
  await outbox.end(beginning.messageKey, result, clock());
  options.observe(answer);
  return answer;
}

async function afterAnswer(
  answer: GraphAnswer,
  lane: Lane,
  delivery: Delivery,
  attempts: number,
  options: DeliverOptions,
): Promise<Step | 'shut' | 'failed'> {
  const now = options.clock();
  if (answer.kind === 'accepted') return NEXT;
  if (answer.kind === 'unknown') return { kind: 'later', at: after(now, waitForStatus(attempts)) };
  switch (answer.as) {
    case 'failed':
      await fail(lane, delivery, String(answer.code ?? 'refused'), options);
      return 'failed';
    case 'parked':
      await options.outbox.noteShut(lane.conversationKey, now);
      await options.outbox.settle(lane.conversationKey, delivery.sequence, { state: 'parked', reason: 'window' });
      return 'shut';
    case 'stopped':
      return { kind: 'later', at: after(now, STOPPED_WAIT_MS) };
    case 'slower':
      return { kind: 'later', at: after(now, waitBefore(attempts, options.chance(), 4)) };
    case 'again':
      return { kind: 'later', at: after(now, waitBefore(attempts, options.chance())) };
  }
}

/** Nothing of it will be tried again; whoever it belongs to is told. */
async function fail(lane: Lane, { sequence }: Delivery, reason: string, { outbox, log }: DeliverOptions) {
  log.warn({ conversationKey: lane.conversationKey, sequence, reason }, 'whatsapp: a message could not be delivered');
  await outbox.settle(lane.conversationKey, sequence, { state: 'failed', reason });
  return NEXT;
}

/** Asks her to come back; what is parked follows when she does. */
async function invite(lane: Lane, options: DeliverOptions): Promise<Date | null> {
  const body = writeInvitation(lane.deliveries, lane.language, options.template, options.invitation);
  const messageKey = options.newKey();
  const beginning = { conversationKey: lane.conversationKey, sequence: null, part: 0, messageKey };
  const answer = await send(beginning, addressed(body, lane.address, messageKey, null), options);
  if (answer.kind !== 'refused') await options.outbox.noteInvitation(lane.conversationKey, options.clock());
  else await afterRefusedInvitation(answer, lane, options);
  return null;
}

async function afterRefusedInvitation(
  { as, code }: Extract<GraphAnswer, { kind: 'refused' }>,
  { conversationKey }: Lane,
  { outbox, clock, log }: DeliverOptions,
): Promise<void> {
  log.error({ conversationKey, code }, 'whatsapp: the template could not be sent');
  if (as === 'failed' || as === 'parked') await outbox.giveUpParked(conversationKey, String(code ?? 'template'));
  // Otherwise as if she had been invited: the reminder tries once more.
  else await outbox.noteInvitation(conversationKey, clock());
}

function isOut({ state }: Part): boolean {
  return state === 'accepted' || state === 'sent' || state === 'delivered' || state === 'read';
}

/** A message that may have arrived waits for news of it; `sending`: the process that sent it died. */
function mustWait({ state, attempts, begunAt }: Part, { listeningSince, clock }: DeliverOptions): Date | undefined {
  if (state !== 'unknown' && state !== 'sending') return undefined;
  const heardSince = begunAt > listeningSince ? begunAt : listeningSince;
  const until = after(heardSince, waitForStatus(attempts));
  return until > clock() ? until : undefined;
}

function isHopeless({ state, attempts }: Part): boolean {
  return (state === 'unknown' || state === 'sending') && attempts >= MOST_UNKNOWN;
}

function after(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}
