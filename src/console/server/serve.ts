import type { Route } from '../../channels/http/index.ts';
import type { Call } from '../contract/index.ts';
import type { Desk } from './desk.ts';
import { openCounter } from './gates/requireRate.ts';
import { type Handler, serveCall } from './serveCall.ts';

/** Puts handlers behind the gates; each page's `routes.ts` gets one. */
export interface Serve {
  readonly desk: Desk;
  serve<C extends Call>(call: C, handle: Handler<C>): Route;
  /** For what can be guessed at: passwords, codes, links. */
  serveSlowly<C extends Call>(call: C, handle: Handler<C>): Route;
}

/** An office of twenty behind one address works freely; a program does not. Guessing is held back by account as well. */
const CALLS_A_MINUTE = 1_200;
const GUESSES_A_MINUTE = 120;

export function openServe(desk: Desk): Serve {
  const counter = openCounter(CALLS_A_MINUTE);
  const guesses = openCounter(GUESSES_A_MINUTE);
  return {
    desk,
    serve: (call, handle) => serveCall(desk, counter, call, handle),
    serveSlowly: (call, handle) => serveCall(desk, guesses, call, handle),
  };
}
