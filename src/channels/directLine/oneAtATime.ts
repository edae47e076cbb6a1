/** Does something for a key when everything asked for before it, for the same key, is done. */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Makes a queue for each key, in this process.
 *
 * Web Chat posts what is typed quickly in parallel requests: so they are kept in the order in which they came. It also
 * spares the database connections that would wait for each other's lock while one exporter floods us.
 */
export function oneAtATime(): OneAtATime {
  const lastOf = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const mine = (lastOf.get(key) ?? Promise.resolve()).then(work, work);
    const forget = () => {
      if (lastOf.get(key) === mine) lastOf.delete(key);
    };
    lastOf.set(key, mine);
    mine.then(forget, forget);
    return mine;
  };
}
