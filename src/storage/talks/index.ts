/**
 * Keeps what the web channel and the turns of the bot need kept.
 *
 * @module
 */
export { type CaseOfFault, openTurns } from './openTurns.ts';
export { openWebTalks } from './openWebTalks.ts';
