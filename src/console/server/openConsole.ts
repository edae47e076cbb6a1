import type { Channel } from '../../channels/http/index.ts';
import { accountRoutes } from './account/routes.ts';
import { type AuthOptions, openAuth } from './auth.ts';
import type { Desk } from './desk.ts';
import { openServe } from './serve.ts';
import { staffRoutes } from './staff/routes.ts';

/** What the console needs from outside. */
export interface ConsoleOptions extends Omit<Desk, 'auth'>, AuthOptions {}

/** Opens the calls of the console; the page that makes them is served beside it. */
export function openConsole(options: ConsoleOptions): Channel {
  const desk: Desk = { ...options, auth: openAuth(options) };
  const serve = openServe(desk);
  return { routes: [...accountRoutes(serve), ...staffRoutes(serve)] };
}
