/** What becomes of a socket. */
export interface SocketHearing {
  opened(): void;
  /** It closed, or it never opened. */
  cut(): void;
}

/** A WebSocket that tells what becomes of it; DirectLineJS keeps that to itself. */
export function watchedSocket({ opened, cut }: SocketHearing): typeof WebSocket {
  return class WatchedSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener('open', opened);
      this.addEventListener('close', cut);
    }
  };
}
