const NAME = 'place-before-sign-in';

/** Keeps where one wanted to go while the browser is away at the provider; for this tab only. */
export function keepPlace(): void {
  if (location.hash && !location.hash.startsWith('#/masuk')) sessionStorage.setItem(NAME, location.hash);
}

/** Goes there, once. */
export function returnToPlace(): void {
  const hash = sessionStorage.getItem(NAME);
  sessionStorage.removeItem(NAME);
  if (hash) location.hash = hash;
}
