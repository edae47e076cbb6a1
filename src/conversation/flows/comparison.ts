import type { Understanding } from '../../understanding/index.ts';

const COMPARES =
  /\b(?:(?:per)?beda(?:an)?(?:nya)?|banding(?:an|kan)?|dibanding(?:kan)?|vs|versus|mending|mendingan|pilih mana|bagus mana|difference|differ|compared?|better)\b/i;

/** "Apa beda Form D dan Form E": agreements named side by side and nothing but their difference asked. */
export function isComparison({ entities }: Understanding, question: string): boolean {
  const named = (kind: string) => new Set(entities.filter((one) => one.kind === kind).map(({ id }) => id)).size;
  return named('agreement') > 1 && named('destination') === 0 && COMPARES.test(question);
}
