/**
 * The conductor: takes one message of a talk, asks understanding what it means and answers for the words, and says them.
 *
 * Channels get {@link createBot}'s bot as a function; storage fulfils {@link TalkStore}. `takeTurn` is the walk of a
 * question, to be read aloud.
 *
 * @module
 */
export { type Bot, createBot } from './bot.ts';
export { type Said, type Taken, takeTurn } from './takeTurn.ts';
export type { Published, TalkDesk } from './talkDesk.ts';
export { readTalkState } from './talkState.ts';
export type { TalkStore, TurnFeedback, TurnRecord } from './talkStore.ts';
export { writeTelling } from './writeTelling.ts';
