import type { Desk, Language, Slots } from '../answers/index.ts';
import type { Case, CaseTalk, TalkCases } from '../cases/index.ts';
import type { Understanding } from '../understanding/index.ts';
import { answerDesk, type Published, type TalkDesk } from './talkDesk.ts';
import type { TalkState } from './talkState.ts';
import type { DecisionKind, TurnRecord } from './talkStore.ts';

/** One turn while it is taken: what it works with, and what it leaves behind. */
export interface Turn {
  /** Unique in the conversation; questions of one message are told apart by `.1`, `.2`. */
  readonly id: string;
  readonly now: Date;
  readonly desk: TalkDesk;
  /** One publish for the whole turn, also when another one comes in between. */
  readonly published: Published;
  readonly channel: 'web' | 'whatsapp' | 'bot-service';
  /** Her cases as they were when the turn began, newest first. */
  readonly mine: readonly Case[];
  readonly cases: TalkCases;
  readonly talk: Omit<CaseTalk, 'language'>;
  state: TalkState;
  /** The language of the talk before this message; undefined while she has not shown one. */
  readonly languageBefore: Language | undefined;
  /** A case that a person takes from here, for channels that hand talks over. */
  handoff?: Case;
  readonly records: TurnRecord[];
}

/** The language spoken in this talk; Indonesian unless known. */
export function languageOf({ state }: Turn): Language {
  return state.language ?? 'id';
}

/** A sentence of the talk's locales in the exporter's language. */
export function say(turn: Turn, key: string, values?: Readonly<Record<string, string | number>>): string {
  return turn.desk.words(languageOf(turn), `talk:${key}`, values);
}

/** A sentence of the cases' locales in the exporter's language. */
export function sayOfCase(turn: Turn, key: string, values?: Readonly<Record<string, string | number>>): string {
  return turn.desk.words(languageOf(turn), `cases:${key}`, values);
}

/** What answers are made from in this turn. */
export function deskOf(turn: Turn): Desk {
  return { ...answerDesk(turn.desk, languageOf(turn)), knowledge: turn.published.knowledge };
}

/** What was decided on one question. */
export interface Outcome {
  readonly question: string;
  readonly decision: DecisionKind;
  readonly entry?: string;
  readonly checkedOn?: string;
  readonly slots?: Slots;
  readonly understanding?: Understanding;
}

const MOST_CANDIDATES_KEPT = 5;
/** Of her own words in the state of a talk. */
export const MOST_CHARACTERS_KEPT = 2_000;

/** Notes a question for staff; its id goes into the thumbs. */
export function record(turn: Turn, outcome: Outcome): string {
  const { question, decision, entry, checkedOn, slots, understanding } = outcome;
  const turnId = `${turn.id}.${turn.records.length + 1}`;
  if (understanding && decision !== 'small-talk')
    turn.state = { ...turn.state, lastQuestion: question.slice(0, MOST_CHARACTERS_KEPT) };
  turn.records.push({
    turnId,
    question,
    language: languageOf(turn),
    decision,
    entryId: entry ?? null,
    entryRevision: entry ? (turn.published.revisionOf?.(entry) ?? null) : null,
    entryCheckedOn: checkedOn ?? null,
    knowledgeVersion: turn.published.version ?? null,
    confidence: understanding?.candidates[0]?.confidence ?? null,
    explanation: {
      ...(slots && { slots }),
      ...(understanding && {
        ...understanding,
        candidates: understanding.candidates.slice(0, MOST_CANDIDATES_KEPT),
      }),
    },
    answeredAt: turn.now,
  });
  return turnId;
}
