const MAX_DEPTH = 16;

/** Names that would change what an object is once somebody copies it property by property. */
const TRAPS = new Set(['__proto__', 'constructor', 'prototype']);

/** Thrown for JSON that is nested deeper than anything an honest client sends. */
export class TooDeep extends Error {}

/**
 * A copy of parsed JSON that PostgreSQL can keep and everybody may copy: without NUL, without halves of surrogate
 * pairs, and without names that reach into prototypes.
 *
 * @throws {TooDeep} beyond 16 levels
 */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) throw new TooDeep();
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !TRAPS.has(cleanText(name)));
  return Object.fromEntries(kept.map(([name, item]) => [cleanText(name), cleanJson(item, depth + 1)]));
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
