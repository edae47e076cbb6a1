import type { TalkDesk } from '../../src/conversation/index.ts';
import { askBot } from './askBot.ts';
import { judge, type Outcome, type Verdict } from './judge.ts';
import type { Question } from './question.ts';
import { readQuestions, readShortWords } from './readQuestions.ts';

/** Shares in percent; more is better in all of them. */
export interface Figures {
  readonly rightAtOnce: number;
  readonly rightOrOffered: number;
  readonly notWrong: number;
}

/** All that is held by the floors, in percent; more is better in all of them. */
export type Floors = Readonly<Record<string, number>>;

/** Asks every golden question of one area, or of all. */
export async function askAll(desk: TalkDesk, area?: string): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const question of readQuestions())
    if (!area || question.area === area)
      verdicts.push(judge(question, await askBot(desk, [...question.after, question.text])));
  return verdicts;
}

/** The figures of questions in scope. */
export function figuresOf(verdicts: readonly Verdict[]): Figures {
  return {
    rightAtOnce: share(verdicts, 'right'),
    rightOrOffered: share(verdicts, 'right', 'offered'),
    notWrong: 100 - share(verdicts, 'wrong'),
  };
}

/** The share of these outcomes in percent. */
export function share(verdicts: readonly Verdict[], ...outcomes: Outcome[]): number {
  return percent(verdicts.filter(({ outcome }) => outcomes.includes(outcome)).length, verdicts.length);
}

/** How many are read in the language they are written in: whole sentences, and 1 to 3 words. */
export async function languageFigures(desk: TalkDesk, verdicts: readonly Verdict[]) {
  const asked = verdicts.filter(
    ({ question }) => question.written !== 'mixed' && question.after.length === 0 && !asksToSwitch(question),
  );
  const words: { text: string; isRight: boolean }[] = asked
    .filter(({ language }) => language !== undefined)
    .map(({ question, language }) => ({ text: question.text, isRight: language === question.written }));
  for (const { text, language } of readShortWords()) {
    const { records } = await askBot(desk, [text]);
    words.push({ text, isRight: records.at(-1)?.language === language });
  }
  const [short, sentences] = [words.filter(({ text }) => isShort(text)), words.filter(({ text }) => !isShort(text))];
  return {
    sentences: { count: sentences.length, right: rightOf(sentences) },
    short: { count: short.length, right: rightOf(short) },
    misread: words.filter(({ isRight }) => !isRight).map(({ text }) => text),
  };
}

/** Figure by figure, what the floors hold. */
export function heldFigures(
  verdicts: readonly Verdict[],
  language: Awaited<ReturnType<typeof languageFigures>>,
): Floors {
  const inScope = verdicts.filter(({ question }) => question.kind === 'in-scope');
  const of = (kind: string) => verdicts.filter(({ question }) => question.kind === kind);
  const held: Record<string, number> = {};
  for (const [name, list] of [['all', inScope] as const, ...byWritten(inScope)])
    for (const [figure, value] of Object.entries(figuresOf(list))) held[`${name}.${figure}`] = value;
  held['near.notAnswered'] = 100 - share(of('near'), 'answered');
  held['far.notAnswered'] = 100 - share(of('far'), 'answered');
  held['language.sentences'] = language.sentences.right;
  held['language.short'] = language.short.right;
  return held;
}

/** The verdicts of each language they are written in. */
export function byWritten(verdicts: readonly Verdict[]): (readonly [string, Verdict[]])[] {
  return (['id', 'en', 'mixed'] as const).map((written) => [
    written,
    verdicts.filter(({ question }) => question.written === written),
  ]);
}

/** "In English please" is answered in another language than it may be written in. */
function asksToSwitch({ targets }: Question): boolean {
  return targets.some(({ entry }) => entry.startsWith('talk.language-'));
}

function isShort(text: string): boolean {
  return text.trim().split(/\s+/).length <= 3;
}

function rightOf(words: readonly { isRight: boolean }[]): number {
  return percent(words.filter(({ isRight }) => isRight).length, words.length);
}

function percent(count: number, of: number): number {
  return of === 0 ? 100 : (100 * count) / of;
}
