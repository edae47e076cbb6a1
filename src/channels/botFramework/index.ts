/**
 * Azure Bot Service: Teams and whatever else the operator connects there.
 *
 * @module
 */
export { type BotServiceOptions, type BotServiceRegistration, botServiceChannel } from './botServiceChannel.ts';
export type { TurnOptions } from './takeTurn.ts';
export type { BotServiceTalks, BotServiceTurn } from './talks.ts';
