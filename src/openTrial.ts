import { setImmediate as breathe } from 'node:timers/promises';
import { openWords } from './answers/index.ts';
import { type Change, type ChangedAnswer, rowsAfter, type Trial } from './console/server/index.ts';
import { type Published, takeTurn } from './conversation/index.ts';
import { assembleKnowledge, checkRow, contentHash, corpusOf, type LiveRow } from './knowledge/index.ts';
import { type LearnOptions, learnKnowledge } from './learnKnowledge.ts';
import { openPassingTalk, passingCaseDesk } from './passingTalk.ts';
import { type Model, understand } from './understanding/index.ts';

/** Between two breaths: other turns wait no longer than these take. */
const QUESTIONS_AT_ONCE = 50;

/** Answers and compares with knowledge that is not published, with the very parts that the bot answers with. */
export function openTrial(options: LearnOptions, clock: () => Date): Trial {
  const words = openWords();
  const learn = rememberModels(options);
  return {
    async ask(rows, changes, question, language) {
      const published = await learn(rows, changes);
      const talk = openPassingTalk(language);
      const message = { kind: 'said', text: question } as const;
      const { replies } = await takeTurn({ id: 'try', message, words: question }, talk, {
        published: () => published,
        words,
        clock,
        cases: passingCaseDesk(() => published, clock),
      });
      const [turn] = talk.turns;
      return {
        replies: replies.map(({ text, choices }) => ({ text, choices: choices.map(({ title }) => title) })),
        entry: turn?.entryId ?? null,
        decision: turn?.decision ?? 'small-talk',
        explanation: turn?.explanation ?? null,
      };
    },
    async compare(rows, changes, questions, limit) {
      const [before, after] = [await learn(rows, []), await learn(rows, changes)];
      if (before.model === after.model) return { changed: [], count: 0 };
      return differences(before.model, after.model, questions, limit);
    },
  };
}

const MOST_MODELS = 2;

/** Learns, and remembers the models used last: most drafts change words of answers, which nothing is learnt from. */
function rememberModels(options: LearnOptions) {
  const models = new Map<string, Promise<Model>>();
  return async (rows: readonly LiveRow[], changes: readonly Change[]): Promise<Published> => {
    const knowledge = assembleKnowledge(checkedRows(rows, changes));
    const corpus = corpusOf(knowledge);
    const key = contentHash(corpus);
    const model = models.get(key) ?? learnKnowledge(corpus, options);
    models.delete(key);
    models.set(key, model);
    for (const oldest of [...models.keys()].slice(0, -MOST_MODELS)) models.delete(oldest);
    return { knowledge, model: await model };
  };
}

function checkedRows(rows: readonly LiveRow[], changes: readonly Change[]) {
  return rowsAfter(rows, changes).flatMap(({ table, value }) => {
    const read = checkRow(table, value);
    return 'row' in read ? [{ table, row: read.row }] : [];
  });
}

async function differences(before: Model, after: Model, questions: readonly Question[], limit: number) {
  const changed: ChangedAnswer[] = [];
  let count = 0;
  for (const [at, question] of questions.entries()) {
    if (at % QUESTIONS_AT_ONCE === 0) await breathe();
    const [was, is] = [decided(before, question), decided(after, question)];
    if (was === is) continue;
    count += 1;
    if (changed.length < limit)
      changed.push({ question: question.text, language: question.language, before: was, after: is });
  }
  return { changed, count };
}

interface Question {
  readonly text: string;
  readonly language: 'id' | 'en';
}

function decided(model: Model, { text, language }: Question): string | null {
  const { decision } = understand(model, text, { language });
  return decision.kind === 'answer' ? decision.id : null;
}
