import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { NOT_WATCHING } from '../promise.ts';
import { choiceOf, telling } from '../tellings.ts';

const DAY_MS = 86_400_000;

/** Asks the exporter for a document or a word; the clock of whoever asks stands still until she has answered. */
export function ask(desk: CaseDesk, acting: Acting, words: string): Decide {
  return deciding('ask', desk, acting, (kase, bench) => ({
    set: {
      ...NOT_WATCHING,
      acceptedAt: kase.acceptedAt ?? (kase.unit === null ? null : bench.now),
      firstReplyAt: kase.firstReplyAt ?? bench.now,
      waitingSince: bench.now,
      nextCheckAt: new Date(bench.now.getTime() + bench.rules.settings.waitForExporterDays * DAY_MS),
    },
    words,
    tell: telling(bench, kase, 'asked', { words, choices: [choiceOf(bench, kase, 'supply')] }),
  }));
}
