import { COMPOSITIONS } from '../../src/knowledge/index.ts';
import type { Shown } from './askBot.ts';
import type { Question, Target } from './question.ts';

/**
 * What became of a question.
 *
 * `right`: what is right was shown at once. `offered`: it stands among the choices. `asked-back`: a composed entry asks
 * for its row although the question names it. `lost`: choices without it, or nothing. `wrong`: something else was
 * answered. Out of scope: `refused`, `offered` (choices, no answer) or `answered`.
 */
export type Outcome = 'right' | 'offered' | 'asked-back' | 'lost' | 'wrong' | 'refused' | 'answered';

/** A question with what was shown for it. */
export interface Verdict {
  readonly question: Question;
  readonly outcome: Outcome;
  /** What was shown, in short. */
  readonly got: string;
  /** The language it was read in. */
  readonly language: string | undefined;
  readonly confidence: number;
}

type Rows = Readonly<Record<string, readonly string[]>>;

interface Answered {
  readonly entry: string;
  readonly rows: Rows;
}

/** Holds what was shown against what is right. */
export function judge(question: Question, shown: Shown): Verdict {
  const answered = answersOf(shown);
  const outcome =
    question.kind === 'in-scope' ? judgeInScope(question, shown, answered) : judgeOut(question, shown, answered);
  return {
    question,
    outcome,
    got: wordsOf(shown, answered),
    language: shown.records.at(-1)?.language,
    confidence: shown.records[0]?.confidence ?? 0,
  };
}

function judgeInScope({ targets }: Question, shown: Shown, answered: readonly Answered[]): Outcome {
  const isRight = (one: Answered) => targets.some((target) => meets(target, one));
  if (answered.some(isRight)) return 'right';
  if (isClarified(shown) && shown.choices.some(({ entry, slots }) => isRight({ entry, rows: slots }))) return 'offered';
  if (answered.length === 0) return 'lost';
  const isAskedBack = answered.some((one) => targets.some(({ entry }) => entry === one.entry) && lacksRow(one));
  return isAskedBack ? 'asked-back' : 'wrong';
}

function judgeOut({ targets }: Question, shown: Shown, answered: readonly Answered[]): Outcome {
  const isAllowed = (one: Answered) => one.entry === 'talk.off-topic' || targets.some((target) => meets(target, one));
  if (!answered.every(isAllowed)) return 'answered';
  return isClarified(shown) ? 'offered' : 'refused';
}

function answersOf({ records }: Shown): Answered[] {
  return records.flatMap(({ entryId, explanation }) =>
    entryId ? [{ entry: entryId, rows: (explanation as { slots?: Rows }).slots ?? {} }] : [],
  );
}

function isClarified({ records }: Shown): boolean {
  return records.some(({ decision }) => decision === 'clarify');
}

function meets({ entry, rows = {} }: Target, one: Answered): boolean {
  if (entry !== one.entry) return false;
  return Object.entries(rows).every(([slot, wanted]) => {
    const got = one.rows[slot] ?? [];
    return got.length === wanted.length && wanted.every((row) => got.includes(row));
  });
}

/** Agreements are also found by their country. */
function lacksRow({ entry, rows }: Answered): boolean {
  const needed = COMPOSITIONS[entry as keyof typeof COMPOSITIONS] as readonly string[] | undefined;
  return needed?.some((slot) => !rows[slot] && !(slot === 'agreement' && rows.destination)) ?? false;
}

function wordsOf(shown: Shown, answered: readonly Answered[]): string {
  if (answered.length > 0) return `${answered.map(inWords).join(' + ')}${isUnsure(shown) ? ', though unsure' : ''}`;
  if (!isClarified(shown)) return `nothing (${reasonOf(shown)})`;
  return `choices: ${shown.choices.map(({ entry, slots }) => inWords({ entry, rows: slots })).join(' / ')}`;
}

function inWords({ entry, rows }: Answered): string {
  const needed: readonly string[] = COMPOSITIONS[entry as keyof typeof COMPOSITIONS] ?? [];
  const named = Object.entries(rows).filter(([slot]) => needed.includes(slot) || slot === 'destination');
  const list = needed.length > 0 ? named.map(([, ids]) => ids.join('+')).join(' ') : '';
  return list ? `${entry}[${list}]` : entry;
}

/** Understanding wanted to ask back, and an answer was shown all the same. */
function isUnsure({ records }: Shown): boolean {
  return records.some(({ decision, explanation }) => {
    const understood = (explanation as { decision?: { kind?: string } }).decision?.kind;
    return decision === 'answer' && understood === 'clarify';
  });
}

function reasonOf({ records }: Shown): string {
  const { decision, candidates } = (records[0]?.explanation ?? {}) as {
    decision?: { reason?: string };
    candidates?: { id: string; confidence: number }[];
  };
  const best = candidates?.[0];
  return `${decision?.reason ?? 'no decision'}${best ? `; nearest ${best.id} ${best.confidence.toFixed(2)}` : ''}`;
}
