/** What happens around the page that a connection does not notice by itself. */
export interface Surroundings {
  isOnline(): boolean;
  /** Tells when the device gains or loses its network. */
  onNetwork(hear: (isOnline: boolean) => void): void;
  /** Tells when the page has been away: asleep, frozen, or long out of sight. Sockets look open then, and are not. */
  onWaking(hear: () => void): void;
}

const LOOK_EVERY_MS = 5_000;

/** Browsers let timers of hidden pages run once a minute, so a shorter gap means nothing. */
const SLEEP_MS = 90_000;
const LONG_OUT_OF_SIGHT_MS = 60_000;

/** The browser's own signs. */
export const surroundings: Surroundings = {
  isOnline: () => navigator.onLine,
  onNetwork(hear) {
    window.addEventListener('online', () => hear(true));
    window.addEventListener('offline', () => hear(false));
  },
  onWaking(hear) {
    let lookedAt = Date.now();
    let hiddenAt: number | null = null;
    setInterval(() => {
      if (Date.now() - lookedAt > SLEEP_MS) hear();
      lookedAt = Date.now();
    }, LOOK_EVERY_MS);
    window.addEventListener('pageshow', ({ persisted }) => persisted && hear());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now();
      else if (hiddenAt !== null && Date.now() - hiddenAt > LONG_OUT_OF_SIGHT_MS) hear();
    });
  },
};
