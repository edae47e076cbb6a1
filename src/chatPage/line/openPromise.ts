/** A promise, and the hand that keeps it. */
export interface OpenPromise<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
}

/** As `Promise.withResolvers`, which phones that get no newer browser do not have. */
export function openPromise<T>(): OpenPromise<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
