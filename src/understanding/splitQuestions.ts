import type { Model } from './model.ts';

/** Parts a message with several questions, one each. First version: at question marks and line breaks, when each part has three words or more. */
export function splitQuestions(_model: Model, text: string): string[] {
  const parts = (text.match(/[^?\n]+[?\n]*/g) ?? []).map((part) => part.trim()).filter((part) => part !== '');
  const isEachLong = parts.every((part) => part.split(/\s+/).length >= 3);
  return parts.length >= 2 && isEachLong ? parts : [text.trim()];
}
