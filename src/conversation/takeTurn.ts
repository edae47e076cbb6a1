import type { Case } from '../cases/index.ts';
import { splitQuestions, understand } from '../understanding/index.ts';
import type { Action } from './action.ts';
import { answerAll } from './flows/answerAll.ts';
import { answerQuestion } from './flows/answerQuestion.ts';
import { goOnAfter, isBesideIntake, pauseIntake } from './flows/cases/besideIntake.ts';
import { performOnCase } from './flows/cases/performOnCase.ts';
import { mayBeForCase, readForCase } from './flows/cases/readForCase.ts';
import { chosenBy } from './flows/choose.ts';
import { linkTalks } from './flows/linkTalks.ts';
import { welcome } from './flows/menu.ts';
import { perform, thumbOf } from './flows/perform.ts';
import { slotsOf } from './flows/slots.ts';
import { smallTalk, speak } from './flows/smallTalk.ts';
import { unresolved } from './flows/unresolved.ts';
import type { Message } from './message.ts';
import type { Reply } from './reply.ts';
import type { TalkDesk } from './talkDesk.ts';
import { readTalkState, type TalkState } from './talkState.ts';
import type { TalkStore } from './talkStore.ts';
import { languageOf, say, type Turn } from './turn.ts';

/** One message of a talk, with what the turn needs to know of it. */
export interface Taken {
  /** The activity's id: unique in the conversation. */
  readonly id: string;
  readonly message: Message;
  /** What was typed or stands on the button. */
  readonly words: string;
  /** Her phone is Indonesian: a first message that shows no language is read as Indonesian. */
  readonly isIndonesian?: boolean;
}

/** What the bot says to it, in the language of the talk. */
export interface Said {
  readonly replies: readonly Reply[];
  readonly language: 'id' | 'en';
  /** A case that a person takes from here. */
  readonly handoff?: Case;
}

/**
 * One turn of a talk, from the message to the replies.
 *
 * While a person holds the talk the bot listens and says nothing.
 */
export async function takeTurn(taken: Taken, talk: TalkStore, desk: TalkDesk): Promise<Said> {
  const turn = await openTurn(taken, talk, desk);
  if (talk.owner !== 'bot') return { replies: [], language: languageOf(turn) };
  const replies = await answer(turn, taken, talk);
  for (const one of turn.records) await talk.keepTurn(one);
  // A number means the list she read last.
  const offered = replies.toReversed().flatMap(({ choices }) => choices);
  await talk.save(offered.length > 0 ? { ...turn.state, offered } : turn.state, turn.state.language);
  return { replies, language: languageOf(turn), ...(turn.handoff && { handoff: turn.handoff }) };
}

async function openTurn({ id, isIndonesian }: Taken, talk: TalkStore, desk: TalkDesk): Promise<Turn> {
  const kept = readTalkState(await talk.load());
  const languageBefore = kept.language;
  const state = !languageBefore && isIndonesian ? { ...kept, language: 'id' as const } : kept;
  const { channel, cases, conversationKey, exporterKey } = talk;
  const mine = talk.owner === 'bot' ? await cases.mine() : [];
  const of = { conversationKey, exporterKey, channel };
  const now = desk.clock();
  return {
    id,
    desk,
    published: desk.published(),
    now,
    channel,
    mine,
    cases,
    talk: of,
    state,
    languageBefore,
    records: [],
  };
}

async function answer(turn: Turn, { message, words }: Taken, talk: TalkStore): Promise<readonly Reply[]> {
  switch (message.kind) {
    case 'arrived':
      turn.state = { ...turn.state, ...(message.language && { language: message.language }) };
      return [welcome(turn)];
    case 'language':
      return changeLanguage(turn, message.language);
    case 'tapped':
      return act(turn, message.action, words, talk);
    case 'said':
      return readWords(turn, message.text, talk);
    case 'attached':
      return [{ text: say(turn, `attachment.${message.what}`), choices: [] }];
    case 'too-long':
      return [{ text: say(turn, 'tooLong'), choices: [] }];
    case 'nothing':
      return [];
  }
}

/** The page tells its language each time it opens: only a change is worth a word. */
function changeLanguage(turn: Turn, language: 'id' | 'en'): Reply[] {
  const isSame = languageOf(turn) === language;
  turn.state = { ...turn.state, language };
  if (!turn.state.isGreeted) return [welcome(turn)];
  if (isSame) return [];
  return [turn.state.hasSpoken ? speak(turn, language) : welcome(turn)];
}

async function act(turn: Turn, action: Action, words: string, talk: TalkStore): Promise<Reply[]> {
  turn.state = { ...turn.state, hasSpoken: true, isStopped: false };
  const thumb = thumbOf(action);
  if (thumb) await talk.keepFeedback(thumb);
  if (action.do === 'case') return [await actOnCase(turn, action)];
  const { intake } = turn.state;
  const reply = perform(turn, action, words);
  return [intake && intake === turn.state.intake ? pauseIntake(turn, reply) : reply];
}

/** What her next words are for is settled by any button about a case, unless it asks for words itself. */
async function actOnCase(turn: Turn, action: Extract<Action, { do: 'case' }>): Promise<Reply> {
  const { awaited } = turn.state;
  const reply = await performOnCase(turn, action);
  if (turn.state.awaited === awaited) {
    const { awaited: _, ...rest } = turn.state;
    turn.state = rest;
  }
  return reply;
}

/** A thumb or folded hands, and nothing else: no question, and no thumb for an answer. */
const NOD = /^(?:(?:👍|👌|🙏|🤝|❤|[\u{1f3fb}-\u{1f3ff}]|\ufe0f)\s*)+$/u;

/** "2" to "since when?" is two days, and not the second button. */
function isAnswerInFigures({ intake, awaited }: TalkState, text: string): boolean {
  if (!/^\W*\d{1,2}\W*$/.test(text)) return false;
  const [step] = intake && !intake.isPaused ? intake.steps : [];
  if (step) return step !== 'confirm' && step !== 'perishable';
  return awaited?.what === 'supply' || awaited?.what === 'reopen';
}

async function readWords(turn: Turn, text: string, talk: TalkStore): Promise<readonly Reply[]> {
  turn.state = { ...turn.state, hasSpoken: true, isStopped: false };
  if (text === '') return [unresolved(turn, 'empty', { question: text })];
  const chosen = isAnswerInFigures(turn.state, text) ? undefined : chosenBy(text, turn.state.offered);
  if (chosen) return act(turn, chosen, text, talk);
  const joined = await linkTalks(turn, text, talk.links);
  if (joined) return [joined];
  const { intake } = turn.state;
  if (!intake && NOD.test(text)) return [smallTalk(turn, 'thanks', { question: text })];
  if (intake && isBesideIntake(turn, text)) return goOnAfter(turn, intake, answerWords(turn, text));
  const forCase = await readForCase(turn, text);
  return forCase ? [forCase] : answerWords(turn, text);
}

function answerWords(turn: Turn, text: string): readonly Reply[] {
  const questions = splitQuestions(turn.published.model, text);
  if (questions.length === 1) return [answerOrAsk(turn, text)];
  const about = slotsOf(understand(turn.published.model, text, {}).entities);
  return answerAll(turn, questions, about);
}

/** While a unit waits for her words, what is no question of ours may be for the unit. */
function answerOrAsk(turn: Turn, text: string): Reply {
  const before = turn.state;
  const reply = answerQuestion(turn, text);
  if (turn.records.at(-1)?.decision !== 'unresolved') return reply;
  const after = turn.state;
  turn.state = before;
  const forCase = mayBeForCase(turn, text);
  if (!forCase) turn.state = after;
  return forCase ?? reply;
}
