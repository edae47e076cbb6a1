/**
 * Serves the console's page at `/console`: its HTML, its scripts, and the rules the browser holds it to.
 *
 * The page itself lies in `src/console/web` and makes the calls of `src/console/contract`.
 *
 * @module
 */
export { type ConsolePageOptions, openConsolePage } from './openConsolePage.ts';
