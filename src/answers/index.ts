/**
 * Puts into words what the centre knows: an entry, or rows of its tables, becomes a short form, a detail, the line that
 * names its sources, and what to ask next, in the exporter's language.
 *
 * Called by the conversation with what was understood. Knows no channel and keeps nothing.
 *
 * @module
 */
export { composeAnswer } from './composeAnswer.ts';
export { officeLine, officeName } from './compositions/liaison.ts';
export { sayDay, sayMoment } from './dates.ts';
export { sayAnswer, sayDetail } from './sayAnswer.ts';
export { destinationUnder } from './schemes.ts';
export { nameOfRow, titleOf } from './titleOf.ts';
export type { Answer, Certainty, Desk, Related, Slots, Statement } from './types.ts';
export { type Language, openWords, type Words } from './words.ts';
