import type { HttpReply, HttpRequest } from '../../http/index.ts';
import { BOT_ACCOUNT, type Language, type WireActivity } from '../../wireActivity.ts';
import { CHANNEL_ID } from '../channelId.ts';
import { type Line, readAccess } from '../line.ts';
import { readIncoming } from '../readIncoming.ts';
import { readStart } from '../readStart.ts';
import { readUpload } from '../readUpload.ts';
import { badActivity, notOpen, tooLarge, tooManyRequests } from '../refusals.ts';
import type { Access, ActivitySet, TooFast } from '../talks.ts';
import { readWatermark } from '../watermark.ts';

/** Room for 20,000 characters, each escaped in JSON, and what Web Chat wraps around them. */
export const MOST_ACTIVITY_BYTES = 256 * 1024;

/** A few photographs of a phone; more is refused. */
const MOST_UPLOAD_BYTES = 25 * 1024 * 1024;

/** More come with the next poll. */
const POLL = { activities: 500, characters: 1_048_576 };

/**
 * `POST …/activities`: kept, acknowledged, echoed over the stream, and then thought about.
 *
 * The answer never waits for the bot. That the exporter's page shows a message as sent means that it will be
 * answered, whatever happens to this process.
 */
export async function postActivity(line: Line, request: HttpRequest): Promise<HttpReply> {
  const { conversationKey = '' } = request.params;
  return line.inOrder(conversationKey, async () => keep(line, await readAccess(line, request), request.json()));
}

/**
 * `POST …/upload`: files are read and dropped, and the bot learns their names, so that it can say kindly that it
 * takes none. A refusal here would show the exporter "send failed" and nothing else.
 */
export async function postUpload(line: Line, request: HttpRequest): Promise<HttpReply> {
  const access = await readAccess(line, request);
  if (!(await line.talks.isWelcome(access))) throw notOpen();
  const { start, isTooLarge } = await readStart(request.stream, MOST_ACTIVITY_BYTES, MOST_UPLOAD_BYTES);
  if (isTooLarge) throw tooLarge();
  const posted = readUpload(start, request.headers['content-type']);
  if (posted === undefined) throw badActivity();
  return line.inOrder(access.conversationKey, () => keep(line, access, posted));
}

/**
 * `GET …/activities?watermark=`: for clients that cannot open a WebSocket.
 *
 * Overload and trouble are answered with "nothing new": DirectLineJS stops polling for good, and without a word, at
 * any other answer than 200 and 403.
 */
export async function readActivities(line: Line, request: HttpRequest): Promise<HttpReply> {
  const access = await readAccess(line, request);
  const watermark = readWatermark(request.query);
  const isInTime = (await line.counters.polls(access.exporterKey)).within;
  const set = isInTime ? await readOrNothing(line, access, watermark) : nothingAfter(watermark);
  if (!set) throw notOpen();
  const { activities } = set;
  const body = { activities, watermark: String(set.watermark) };
  return { status: 200, body, headers: { 'cache-control': 'no-store' } };
}

async function readOrNothing(line: Line, access: Access, watermark: number): Promise<ActivitySet | null> {
  try {
    return await line.talks.readSince(access, watermark, POLL);
  } catch (error) {
    line.log.error({ err: error }, 'direct line: could not read for a polling client');
    return nothingAfter(watermark);
  }
}

function nothingAfter(watermark: number): ActivitySet {
  return { activities: [], watermark, hasMore: false };
}

async function keep(line: Line, access: Access, posted: unknown): Promise<HttpReply> {
  const flood = await line.counters.flood(access.exporterKey);
  if (!flood.within) throw tooManyRequests(flood.retryAfterSeconds);
  const reading = readIncoming(posted, access);
  if (reading.kind === 'unreadable') throw badActivity();
  if (reading.kind === 'too-large') throw tooLarge();
  if (reading.kind === 'passing') return showPassing(line, access, reading.activity);
  const tooFast = await judgeSpeed(line, access);
  const { activity, clientActivityId, language } = reading;
  const kept = await line.talks.keep(access, { activity, clientActivityId, language, ...tooFast }, line.clock());
  if (!kept) throw notOpen();
  if (!tooFast) line.wake(access.conversationKey);
  return { status: 200, body: kept };
}

async function judgeSpeed(line: Line, access: Access): Promise<{ tooFast: TooFast } | null> {
  const count = await line.counters.activities(access.exporterKey);
  if (count.within) return null;
  return { tooFast: { say: (language) => slowDown(line, access, language) } };
}

function slowDown(line: Line, { conversationKey, exporterKey }: Access, language: Language): WireActivity {
  return {
    type: 'message',
    text: line.tooFast(language),
    locale: language,
    channelId: CHANNEL_ID,
    from: BOT_ACCOUNT,
    recipient: { id: exporterKey, role: 'user' },
    conversation: { id: conversationKey },
  };
}

/** Web Chat waits five minutes for the echo of anything it sent, so typing is echoed as well, but never kept. */
async function showPassing(line: Line, access: Access, activity: WireActivity): Promise<HttpReply> {
  if (!(await line.talks.isWelcome(access))) throw notOpen();
  const id = await line.showNow(access.conversationKey, activity);
  return { status: 200, body: { id } };
}
