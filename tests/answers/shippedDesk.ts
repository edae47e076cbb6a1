import { join } from 'node:path';
import { type Desk, openWords } from '../../src/answers/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const { knowledge } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
const words = openWords();

/** The shipped knowledge on a day, in a language. */
export function shippedDesk(today = '2026-11-24', language: 'id' | 'en' = 'id'): Desk {
  return { knowledge, words, language, today };
}
