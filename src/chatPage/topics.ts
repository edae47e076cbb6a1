import type { Words } from './words.ts';

/** A quick topic. Its name is in `?topic=` of posters, so it stays as it is. */
export type Topic = keyof Words['topics'];

/**
 * What a topic asks the bot to do: the same as the bot's own menu, so that no topic can be misread.
 *
 * The words of the topic go with it, as with every button, and are what the exporter sees in her bubble.
 */
export const TOPICS: Readonly<Record<Topic, object>> = {
  form: { do: 'ask', entry: 'destination.form' },
  ska: { do: 'ask', entry: 'ska-cara-urus' },
  hs: { do: 'ask', entry: 'hs-cari' },
  mulai: { do: 'ask', entry: 'mulai-langkah' },
  negara: { do: 'ask', entry: 'brief' },
  tertahan: { do: 'talk', about: 'stuck' },
  petugas: { do: 'talk', about: 'person' },
};

/** In the order in which they are shown. */
export const TOPIC_NAMES = Object.keys(TOPICS) as readonly Topic[];

const MOST_CHARACTERS = 300;

/** What a link asks for: a topic to begin with, or words to put into the box without sending them. */
export interface Start {
  topic?: Topic;
  draft?: string;
}

/** Reads `?topic=`: the name of a topic is asked at once, anything else is left to the exporter to send. */
export function startIn(query: URLSearchParams): Start {
  const given = query.get('topic')?.trim() ?? '';
  if (given === '') return {};
  const topic = TOPIC_NAMES.find((name) => name === given.toLowerCase());
  return topic ? { topic } : { draft: given.slice(0, MOST_CHARACTERS) };
}
