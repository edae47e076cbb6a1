import type { CuratedEntry, Fact } from './schema.ts';

/** A calendar day in WIB as `2026-11-24`; days compare as text. */
export type Day = string;

/** Anything that holds between two days, both included. */
interface Bounded {
  readonly validFrom?: Day | undefined;
  readonly validUntil?: Day | undefined;
}

/** The calendar day in WIB (UTC+7, no summer time) at a moment. */
export function dayInWib(moment: Date): Day {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** Whether something holds on a day. */
export function holdsOn(bounded: Bounded, today: Day): boolean {
  return (bounded.validFrom ?? today) <= today && today <= (bounded.validUntil ?? today);
}

/** The facts that hold on a day, in their order. */
export function factsOn(facts: readonly Fact[], today: Day): Fact[] {
  return facts.filter((fact) => holdsOn(fact, today));
}

/** The words of an entry on a day: the last change that has begun, or the first answer. */
export function answerOn(
  entry: CuratedEntry,
  today: Day,
): { answer: CuratedEntry['answer']; confirmed: boolean; sources: readonly string[]; isOutdated: boolean } {
  const begun = (entry.changes ?? [])
    .filter((change) => change.from <= today)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const change = begun.at(-1);
  return {
    answer: change?.answer ?? entry.answer,
    confirmed: change?.confirmed ?? entry.confirmed,
    sources: change?.sources ?? entry.sources,
    isOutdated: !change && !holdsOn(entry, today),
  };
}
