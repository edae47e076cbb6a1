import type { Understanding } from '../../understanding/index.ts';

/** What the ids of small talk begin with. */
export const SMALL_TALK = 'talk.';
const OFF_TOPIC = 'talk.off-topic';
const LIKELY_TALK = 0.3;
const LIKELY_BESIDE = 0.2;

/**
 * The small talk that leads an unsure reading. It costs little when it is wrong: its answer leads on to the menu. What
 * is off topic need not lead by much, for choices among entries that are all unlikely help nobody.
 */
export function talkInFront({ candidates: [first, ...others] }: Understanding): string | undefined {
  if (!first?.id.startsWith(SMALL_TALK)) return undefined;
  const next = others.find(({ id }) => !id.startsWith(SMALL_TALK))?.confidence ?? 0;
  const isOffTopic = first.id === OFF_TOPIC && next < LIKELY_BESIDE;
  return isOffTopic || first.confidence >= LIKELY_TALK ? first.id.slice(SMALL_TALK.length) : undefined;
}
