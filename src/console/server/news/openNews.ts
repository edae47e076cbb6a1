/** Hears what processes tell each other; storage's announcements fit. */
export interface Hearing {
  listen(topic: string, hear: (payload: string) => void): () => void;
}

/** Topics that storage announces by itself, in the transaction that makes the news. */
export interface NewsTopics {
  /** Payload: the key of a talk in which something new can be read. */
  readonly activities: string;
  /** Payload: the key of a talk in which something went further on its way to a phone. */
  readonly deliveries: string;
  /** Payload: the number of a case. */
  readonly cases: string;
}

/** Tells those who wait that something happened. */
export interface News {
  /**
   * Waits for something newer than what was seen, for so many milliseconds at most.
   *
   * @param about `cases`, `talks`, or `talk:` and its key
   * @returns what to say next time
   */
  wait(about: string, seen: string | undefined, patienceMs: number): Promise<string>;
  close(): void;
}

const MOST_REMEMBERED = 5_000;

/**
 * Opens it. Word that is lost while the line to the database is down is lost here too: whoever waits looks for
 * themselves now and then.
 *
 * @param name of this process: what another one has counted says nothing here
 */
export function openNews(hearing: Hearing, topics: NewsTopics, name: string): News {
  const last = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  let count = 0;
  let forgotten = 0;
  const tell = (about: string) => {
    last.delete(about);
    last.set(about, ++count);
    forgotten = Math.max(forgotten, forgetOldest(last));
    for (const wake of waiting.get(about) ?? []) wake();
  };
  const tellOfTalk = (key: string) => {
    tell('talks');
    tell(`talk:${key}`);
  };
  const ends = [
    hearing.listen(topics.activities, tellOfTalk),
    hearing.listen(topics.deliveries, (key) => tell(`talk:${key}`)),
    hearing.listen(topics.cases, () => tell('cases')),
  ];
  const now = (about: string) => `${name}.${last.get(about) ?? forgotten}`;
  return {
    async wait(about, seen, patienceMs) {
      if (seen === now(about)) await untilTold(waiting, about, patienceMs);
      return now(about);
    },
    close() {
      for (const end of ends) end();
      for (const wakes of waiting.values()) for (const wake of wakes) wake();
    },
  };
}

/** @returns the count of the youngest that was forgotten */
function forgetOldest(last: Map<string, number>): number {
  const [oldest] = last;
  if (last.size <= MOST_REMEMBERED || !oldest) return 0;
  last.delete(oldest[0]);
  return oldest[1];
}

function untilTold(waiting: Map<string, Set<() => void>>, about: string, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const wakes = waiting.get(about) ?? new Set();
    waiting.set(about, wakes);
    const wake = () => {
      clearTimeout(timer);
      wakes.delete(wake);
      if (wakes.size === 0) waiting.delete(about);
      resolve();
    };
    const timer = setTimeout(wake, patienceMs);
    wakes.add(wake);
  });
}
