import { type Memory, openMemory } from './line/memory.ts';

/** What this browser remembers of the exporter. */
export interface Memories {
  /** The secret to find the talk again with. */
  readonly resume: Memory;
  /** The language chosen last; the bot has been told. */
  readonly language: Memory;
  /** Whether the exporter has said something: the talk then comes before the introduction. */
  readonly spoken: Memory;
  /** What could not be sent; of this tab only. */
  readonly unsent: Memory;
}

/** Opens them. */
export function openMemories(): Memories {
  const lasting = (name: string) => openMemory(() => localStorage, name);
  return {
    resume: lasting('fta-talk'),
    language: lasting('fta-language'),
    spoken: lasting('fta-spoken'),
    unsent: openMemory(() => sessionStorage, 'fta-unsent'),
  };
}

/** Leaves nothing behind. */
export function forgetAll({ resume, language, spoken, unsent }: Memories): void {
  for (const memory of [resume, language, spoken, unsent]) memory.forget();
}
