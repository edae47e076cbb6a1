/**
 * Reads a question and says which entry answers it, or that none does.
 *
 * Pure: no clock, disk, network or chance. The conversation calls `understand` for each message; whoever publishes
 * knowledge calls `learn` (in a worker) and keeps the result with `serialise`.
 *
 * @module
 */
export { learn } from './learn.ts';
export type { Model, ModelData } from './model.ts';
export { openModel } from './model.ts';
export { revive, reviveInSteps, serialise } from './serialise.ts';
export { splitQuestions } from './splitQuestions.ts';
export type * from './types.ts';
export { understand } from './understand.ts';
export { detectLanguage } from './words/detectLanguage.ts';
