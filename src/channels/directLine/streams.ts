import type { WebSocket } from 'ws';
import type { Log } from '../log.ts';
import { Stream } from './stream.ts';
import {
  ACTIVITIES_TOPIC,
  type Access,
  type Announcements,
  PASSING_TOPIC,
  type PassingActivity,
  type WebTalks,
} from './talks.ts';

const PING_MS = 25_000;
const LOOK_WHEN_DEAF_MS = 1_000;

/** All open streams of this process. */
export interface Streams {
  /** How many this process holds open for a conversation. */
  count(conversationKey: string): number;
  /** Sends everything after the watermark, then whatever comes, until the socket closes. */
  open(socket: WebSocket, access: Access, watermark: number): void;
  /** Closes every stream; clients come back by themselves, to whichever process serves then. */
  close(): void;
}

export interface StreamsOptions {
  readonly talks: WebTalks;
  readonly announcements: Announcements;
  readonly log: Log;
}

/**
 * Keeps the streams of this process fed.
 *
 * Nothing is pushed out of memory: a stream that hears of something new reads from the database what lies after its own
 * watermark. So it does not matter which process kept an activity, missed word is mended by the next look, and
 * replay and live are the same thing: there is no seam between them to lose something in.
 */
export function openStreams({ talks, announcements, log }: StreamsOptions): Streams {
  const byConversation = new Map<string, Set<Stream>>();
  const of = (conversationKey: string) => byConversation.get(conversationKey) ?? new Set<Stream>();
  const all = () => [...byConversation.values()].flatMap((streams) => [...streams]);
  const look = (streams: Iterable<Stream>) => {
    for (const stream of streams) stream.look();
  };
  const endings = [
    announcements.listen(ACTIVITIES_TOPIC, (conversationKey) => look(of(conversationKey))),
    announcements.listen(PASSING_TOPIC, (payload) => {
      const { conversationKey, activity } = JSON.parse(payload) as PassingActivity;
      for (const stream of of(conversationKey)) stream.show(activity);
    }),
    every(LOOK_WHEN_DEAF_MS, () => announcements.isListening() || look(all())),
    every(PING_MS, () => {
      for (const stream of all()) stream.ping();
    }),
  ];

  function open(socket: WebSocket, access: Access, watermark: number): void {
    const stream = new Stream(socket, access, watermark, talks, log);
    byConversation.set(access.conversationKey, of(access.conversationKey).add(stream));
    socket.on('close', () => forget(access.conversationKey, stream));
    stream.look();
  }

  function forget(conversationKey: string, stream: Stream): void {
    const streams = of(conversationKey);
    streams.delete(stream);
    if (streams.size === 0) byConversation.delete(conversationKey);
  }

  function close(): void {
    for (const end of endings) end();
    for (const stream of all()) stream.close(1012);
  }

  return { count: (conversationKey) => of(conversationKey).size, open, close };
}

function every(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
