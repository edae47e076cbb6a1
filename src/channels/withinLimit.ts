/** Why a turn was ended that could have gone on: the process stops. Nothing of it is kept, and it waits again. */
export class TurnCut extends Error {}

/**
 * Waits for a turn, but not for ever: a bot that never returns would hold its conversation, and a connection.
 *
 * The bot itself cannot be stopped; whatever it still does finds its talk closed.
 *
 * @param cut ends the turn at once
 * @throws {TurnCut} when it was cut; an Error when it took longer than `limitMs`
 */
export async function withinLimit<T>(take: () => Promise<T>, limitMs: number, cut?: AbortSignal): Promise<T> {
  const ended = Promise.withResolvers<never>();
  const timer = setTimeout(() => ended.reject(new Error(`The turn took longer than ${limitMs} ms.`)), limitMs);
  const end = () => ended.reject(new TurnCut('The process stops.'));
  cut?.addEventListener('abort', end);
  try {
    cut?.throwIfAborted();
    return await Promise.race([take(), ended.promise]);
  } finally {
    clearTimeout(timer);
    cut?.removeEventListener('abort', end);
  }
}
