/**
 * The console's end on the server: every call of the contract, behind its gates.
 *
 * `app.ts` opens it with what storage keeps; it opens staff, knowledge and cases.
 *
 * @module
 */

export type { DraftStore } from './knowledge/draftStore.ts';
export { rowsAfter } from './knowledge/gate.ts';
export type { QuestionStore } from './knowledge/questionStore.ts';
export type { Change, ChangedAnswer, Trial, Tried } from './knowledge/trial.ts';
export type { NoticeStore } from './notices/noticeStore.ts';
export type { AnswerMade, Sayings, ToSay } from './notices/sayings.ts';
export { type ConsoleOptions, openConsole } from './openConsole.ts';
