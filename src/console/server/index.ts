/**
 * The console's end on the server: every call of the contract, behind its gates.
 *
 * `app.ts` opens it with what storage keeps; it opens staff, knowledge and cases.
 *
 * @module
 */
export { type ConsoleOptions, openConsole } from './openConsole.ts';
