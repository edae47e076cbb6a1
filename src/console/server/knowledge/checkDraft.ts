import { Refusal } from '../../../channels/http/index.ts';
import type { LiveRow } from '../../../knowledge/index.ts';
import type { checkDraft } from '../../contract/knowledge.ts';
import type { Handler } from '../serveCall.ts';
import type { Bench } from './bench.ts';
import { examine, isBlocked } from './gate.ts';
import type { Change } from './trial.ts';

const LOOK_BACK_MS = 30 * 24 * 3_600_000;
const MOST_RECENT = 3_000;
const MOST_SHOWN = 50;

/** Says what publishing a draft would do, without doing it. */
export function checkDraftWith(bench: Bench): Handler<typeof checkDraft> {
  return async ({ params: { table, key } }) => {
    const draft = await bench.drafts.find(table, key);
    if (!draft) throw new Refusal(404, 'NotFound', 'There is no such draft.');
    const findings = examine((await bench.live()).rows, draft, bench.desk.clock());
    // A row that cannot be read cannot be learnt from either.
    const compared = isBlocked(findings) ? NOTHING : await compareDrafts(bench, [draft]);
    return { findings, ...compared, changed: [...compared.changed] };
  };
}

const NOTHING = { changed: [], changedCount: 0, questionCount: 0 };

/**
 * Which questions get another answer by changes: every phrasing of every entry, and what exporters asked in the last
 * thirty days.
 */
export async function compareDrafts(bench: Bench, changes: readonly Change[]) {
  const { rows } = await bench.live();
  const since = new Date(bench.desk.clock().getTime() - LOOK_BACK_MS);
  const asked = await bench.questions.findRecent(since, MOST_RECENT);
  const questions = [...asked, ...phrasingsOf(rows)];
  const { changed, count } = await bench.trial.compare(rows, changes, questions, MOST_SHOWN);
  return { changed, changedCount: count, questionCount: questions.length };
}

function phrasingsOf(rows: readonly LiveRow[]) {
  return rows
    .filter(({ table }) => table === 'entries' || table === 'talk')
    .flatMap(({ value }) => {
      const { phrasings } = value as { phrasings: { id: string[]; en: string[] } };
      return (['id', 'en'] as const).flatMap((language) => phrasings[language].map((text) => ({ text, language })));
    })
    .filter(({ text }) => !text.includes('{'));
}
