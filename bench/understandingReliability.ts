import { type Corpus, learn, type Understanding, understand } from '../src/understanding/index.ts';

/** A question kept from the learner, and the entry it belongs to; none when that entry was taken out of the knowledge. */
export interface HeldOutQuestion {
  readonly text: string;
  readonly entry: string | undefined;
  readonly understanding: Understanding;
}

const FOLDS = 5;
/** Of the entries, one in so many is taken out in each fold: its phrasings are questions without an answer. */
const TAKEN_OUT = 7;

/**
 * Asks a knowledge its own phrasings, each while the learner has not seen it: every fifth phrasing in turn is kept back,
 * and every seventh entry is taken out whole. Placeholders are filled with names from the tables.
 */
export function askHeldOut(corpus: Corpus, onFold: (fold: number, folds: number) => void): HeldOutQuestion[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = (entry: number) => entry % TAKEN_OUT === fold;
    const isAsked = (entry: number, phrasing: number) => isOut(entry) || (phrasing + entry) % FOLDS === fold;
    const model = learn({ ...corpus, entries: keep(corpus, isOut, isAsked) });
    const questions = corpus.entries.flatMap(({ id, phrasings }, entry) =>
      phrasings
        .filter((_, at) => isAsked(entry, at))
        .map(({ text }, at) => {
          const asked = fillNames(corpus, text, entry + at);
          return { text: asked, entry: isOut(entry) ? undefined : id, understanding: understand(model, asked) };
        }),
    );
    onFold(fold + 1, FOLDS);
    return questions;
  }).flat();
}

/** Puts a name of the right kind in each placeholder, another one each turn. */
export function fillNames({ names }: Corpus, text: string, turn: number): string {
  return text.replace(/\{(\w+)\}/g, (_, kind: string) => {
    const rows = names.filter((row) => row.kind === kind);
    const row = rows[(turn * 17) % Math.max(1, rows.length)];
    return row?.names[turn % row.names.length] ?? kind;
  });
}

function keep(
  corpus: Corpus,
  isOut: (entry: number) => boolean,
  isAsked: (entry: number, phrasing: number) => boolean,
) {
  return corpus.entries
    .map((entry, number) => ({
      ...entry,
      phrasings: isOut(number) ? [] : entry.phrasings.filter((_, at) => !isAsked(number, at)),
    }))
    .filter(({ phrasings }) => phrasings.length > 0);
}

/** Of real questions about so many have no answer in the knowledge; the held-out ones are weighed to that. */
const OUT_OF_SCOPE_SHARE = 0.2;

/** Questions by how sure the matcher was of its best entry: it should be right as often as it says. */
export function reliabilityTable(
  questions: readonly HeldOutQuestion[],
): readonly { said: string; right: number; count: number; mean: number }[] {
  const bounds = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01];
  const inside = questions.filter(({ entry }) => entry !== undefined).length;
  const outside = Math.max(1, questions.length - inside);
  const outWeight = ((OUT_OF_SCOPE_SHARE / (1 - OUT_OF_SCOPE_SHARE)) * inside) / outside;
  const weightOf = ({ entry }: HeldOutQuestion) => (entry === undefined ? outWeight : 1);
  const sumOf = (all: readonly HeldOutQuestion[], value: (one: HeldOutQuestion) => number) =>
    all.reduce((sum, one) => sum + weightOf(one) * value(one), 0);
  const confidenceOf = ({ understanding }: HeldOutQuestion) => understanding.candidates[0]?.confidence ?? 0;
  return bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1] as number;
    const within = questions.filter((one) => confidenceOf(one) >= from && confidenceOf(one) < to);
    const total = Math.max(
      1,
      sumOf(within, () => 1),
    );
    const isRight = ({ entry, understanding }: HeldOutQuestion) => understanding.candidates[0]?.id === entry;
    return {
      said: `${from} to ${Math.min(1, to)}`,
      right: sumOf(within, (one) => (isRight(one) ? 1 : 0)) / total,
      count: within.length,
      mean: sumOf(within, confidenceOf) / total,
    };
  });
}

/** Shares over held-out questions: the best entry right, right among three, wrongly answered, and more. */
export function summarise(questions: readonly HeldOutQuestion[]) {
  const inside = questions.filter(({ entry }) => entry !== undefined);
  const outside = questions.filter(({ entry }) => entry === undefined);
  const share = (all: readonly HeldOutQuestion[], is: (one: HeldOutQuestion) => boolean) =>
    all.filter(is).length / Math.max(1, all.length);
  const kindIs = (kind: string) => (one: HeldOutQuestion) => one.understanding.decision.kind === kind;
  const isTop = ({ entry, understanding }: HeldOutQuestion) => understanding.candidates[0]?.id === entry;
  return {
    questions: inside.length,
    top1: share(inside, isTop),
    top3: share(inside, ({ entry, understanding }) =>
      understanding.candidates.slice(0, 3).some(({ id }) => id === entry),
    ),
    answered: share(inside, kindIs('answer')),
    answeredWrong: share(inside, (one) => kindIs('answer')(one) && !isTop(one)),
    clarified: share(inside, kindIs('clarify')),
    outOfScope: outside.length,
    outAnswered: share(outside, kindIs('answer')),
    outClarified: share(outside, kindIs('clarify')),
    auroc: auroc(inside, outside),
  };
}

function auroc(inside: readonly HeldOutQuestion[], outside: readonly HeldOutQuestion[]): number {
  const wins = inside.reduce(
    (sum, one) => sum + outside.filter((other) => other.understanding.inScope < one.understanding.inScope).length,
    0,
  );
  return wins / Math.max(1, inside.length * outside.length);
}
