/** Hears what is said. Web Chat gives its observers in this form. */
export interface Observer<T> {
  next?(value: T): void;
  error?(cause: unknown): void;
}

/** Ends the hearing. */
export interface Subscription {
  unsubscribe(): void;
}

/** As much of an observable as Web Chat asks of its Direct Line object. */
export interface Observable<T> {
  subscribe(observer: Observer<T>): Subscription;
}

/** Something that is said to whoever listens, and said again, in its order, to whoever comes later. */
export interface Replay<T> extends Observable<T> {
  /** @param isKept false: for those who listen now, and nobody later */
  say(value: T, isKept?: boolean): void;
}

/**
 * Begins one.
 *
 * The line hears the talk's history before Web Chat has even been loaded, and Web Chat listens twice.
 */
export function beginReplay<T>(): Replay<T> {
  const said: T[] = [];
  const observers = new Set<Observer<T>>();
  return {
    say(value, isKept = true) {
      if (isKept) said.push(value);
      for (const observer of observers) observer.next?.(value);
    },
    subscribe(observer) {
      for (const value of said) observer.next?.(value);
      observers.add(observer);
      return { unsubscribe: () => void observers.delete(observer) };
    },
  };
}
