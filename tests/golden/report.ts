import type { Verdict } from './judge.ts';
import { byWritten, figuresOf, type languageFigures, share } from './measure.ts';

const WORST_SHOWN = 20;

/** The table of figures: all, by language, by area, and what must not be answered. */
export function tableOf(verdicts: readonly Verdict[], language: Awaited<ReturnType<typeof languageFigures>>): string {
  const inScope = verdicts.filter(({ question }) => question.kind === 'in-scope');
  const areas = Map.groupBy(inScope, ({ question }) => question.area);
  const near = verdicts.filter(({ question }) => question.kind === 'near');
  const far = verdicts.filter(({ question }) => question.kind === 'far');
  return [
    row('', 'asked', 'right', '+choices', 'asked back', 'wrong'),
    rowOf('all', inScope),
    ...byWritten(inScope).map(([written, list]) => rowOf(written, list)),
    '',
    ...[...areas].map(([area, list]) => rowOf(area, list)),
    '',
    row('', 'asked', 'answered', 'choices'),
    refusals('near', near),
    ...byWritten(near).map(([written, list]) => refusals(`  ${written}`, list)),
    refusals('far', far),
    '',
    `language: sentences ${show(language.sentences.right)} of ${language.sentences.count}, 1 to 3 words ${show(language.short.right)} of ${language.short.count}`,
  ].join('\n');
}

/** The worst first: answered wrongly and surely, then what was answered and must not be, then the lost. */
export function worstOf(verdicts: readonly Verdict[]): Verdict[] {
  const badness = ({ outcome, confidence }: Verdict) => (BAD[outcome] ?? 0) * (1 + confidence);
  return failuresOf(verdicts)
    .toSorted((one, other) => badness(other) - badness(one))
    .slice(0, WORST_SHOWN);
}

const BAD: Readonly<Record<string, number>> = { wrong: 4, answered: 4, 'asked-back': 1, lost: 1 };

/** Everything that did not come out right at once, or was not refused. */
export function failuresOf(verdicts: readonly Verdict[]): Verdict[] {
  return verdicts.filter(({ outcome }) => outcome !== 'right' && outcome !== 'refused');
}

/** One failing question with what is right and what was shown. */
export function failureLine({ question, outcome, got, confidence }: Verdict): string {
  const { area, written, after, text, targets, kind } = question;
  const wanted = kind === 'in-scope' ? targets.map(inWords).join(' | ') : 'nothing';
  const asked = [...after, text].map((one) => `“${one}”`).join(' → ');
  return `${outcome.padEnd(10)} ${area}/${written} ${asked}\n           right: ${wanted}\n           shown: ${got} (${confidence.toFixed(2)})`;
}

function inWords({ entry, rows }: { entry: string; rows?: Readonly<Record<string, readonly string[]>> }): string {
  return rows ? `${entry}[${Object.values(rows).flat().join(' ')}]` : entry;
}

function rowOf(name: string, verdicts: readonly Verdict[]): string {
  const { rightAtOnce, rightOrOffered, notWrong } = figuresOf(verdicts);
  const back = show(share(verdicts, 'asked-back'));
  return row(name, `${verdicts.length}`, show(rightAtOnce), show(rightOrOffered), back, show(100 - notWrong));
}

function refusals(name: string, verdicts: readonly Verdict[]): string {
  return row(name, `${verdicts.length}`, show(share(verdicts, 'answered')), show(share(verdicts, 'offered')));
}

function row(name: string, ...cells: string[]): string {
  return `${name.padEnd(14)}${cells.map((cell) => cell.padStart(11)).join('')}`;
}

function show(percent: number): string {
  return `${percent.toFixed(1)} %`;
}
