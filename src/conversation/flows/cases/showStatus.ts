import type { Case } from '../../../cases/index.ts';
import type { Choice } from '../../action.ts';
import type { Reply } from '../../reply.ts';
import { say, sayOfCase, type Turn } from '../../turn.ts';
import { caseChoice } from './askStep.ts';
import { beginChoice } from './offerCase.ts';
import { wordsOf } from './sendIntake.ts';

const NUMBER = /\bFTA[\s-]?(\d{4})[\s-]?(\d{1,5})\b/i;
const MINE =
  /^\s*(status\s*)?(kasus|laporan|tiket)\s*(saya|ku)?\s*[?.!]*\s*$|^\s*(the\s+)?(status of\s+)?my cases?\s*[?.!]*\s*$/i;

/** Whether a text asks for cases: by a number, or "kasus saya". */
export function asksForStatus(text: string): boolean {
  return NUMBER.test(text) || MINE.test(text);
}

/** Where her cases stand. Another exporter's number is no number here. */
export function showStatus(turn: Turn, text = ''): Reply {
  const [, year, count] = NUMBER.exec(text) ?? [];
  if (year === undefined) return showMine(turn);
  const number = `FTA-${year}-${count?.padStart(5, '0')}`;
  const kase = turn.mine.find((one) => one.number === number);
  return kase ? showOne(turn, kase) : { text: sayOfCase(turn, 'status.unknown', { number }), choices: [] };
}

function showMine(turn: Turn): Reply {
  const mine = turn.mine.filter(({ mergedInto }) => mergedInto === null);
  const [only, ...others] = mine;
  if (!only) return { text: say(turn, 'noCases'), choices: [beginChoice(turn)] };
  if (others.length === 0) return showOne(turn, only);
  const lines = mine.map((kase) => `- **${kase.number}**: ${standing(turn, kase)}`);
  return { text: [sayOfCase(turn, 'status.mine'), lines.join('\n')].join('\n\n'), choices: choicesOf(turn, mine) };
}

function showOne(turn: Turn, kase: Case): Reply {
  const other = kase.mergedInto === null ? undefined : standingFor(turn, kase.mergedInto);
  if (other) {
    const { text, choices } = showOne(turn, other);
    const merged = sayOfCase(turn, 'status.merged', { number: kase.number, other: other.number });
    return { text: `${merged}\n\n${text}`, choices };
  }
  const about = kase.personal?.problem.split('\n')[0] ?? '';
  const text = `**${kase.number}**: ${standing(turn, kase)}\n\n> ${about}`;
  return { text, choices: choicesOf(turn, [kase]) };
}

/** The case that goes on under a number: her own, or the one it was merged into. */
export function standingFor({ mine }: Pick<Turn, 'mine'>, number: string): Case | undefined {
  const kase = mine.find((one) => one.number === number);
  if (!kase?.mergedInto) return kase;
  // Only a case that goes on is merged into: the way has an end.
  return standingFor({ mine: mine.filter((one) => one !== kase) }, kase.mergedInto);
}

function standing(turn: Turn, kase: Case): string {
  return sayOfCase(turn, `status.${kase.state}`, wordsOf(turn, kase));
}

function choicesOf(turn: Turn, cases: readonly Case[]): Choice[] {
  const [only, ...others] = cases;
  if (!only || others.length > 0) return [];
  const { state, number } = only;
  if (state === 'answered') return [caseChoice(turn, 'solved', number), caseChoice(turn, 'not-solved', number)];
  if (state === 'closed') return [caseChoice(turn, 'reopen', number)];
  return [caseChoice(turn, 'supply', number), caseChoice(turn, 'close', number)];
}
