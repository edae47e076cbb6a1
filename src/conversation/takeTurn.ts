import { splitQuestions, understand } from '../understanding/index.ts';
import type { Action } from './action.ts';
import { answerQuestion } from './flows/answerQuestion.ts';
import { chosenBy } from './flows/choose.ts';
import { welcome } from './flows/menu.ts';
import { perform, thumbOf } from './flows/perform.ts';
import { slotsOf } from './flows/show.ts';
import { speak } from './flows/smallTalk.ts';
import { unresolved } from './flows/unresolved.ts';
import type { Message } from './message.ts';
import type { Reply } from './reply.ts';
import type { TalkDesk } from './talkDesk.ts';
import { readTalkState } from './talkState.ts';
import type { TalkStore } from './talkStore.ts';
import { languageOf, say, type Turn } from './turn.ts';

/** One message of a talk, with what the turn needs to know of it. */
export interface Taken {
  /** The activity's id: unique in the conversation. */
  readonly id: string;
  readonly message: Message;
  /** What was typed or stands on the button. */
  readonly words: string;
}

/** What the bot says to it, in the language of the talk. */
export interface Said {
  readonly replies: readonly Reply[];
  readonly language: 'id' | 'en';
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
  return { replies, language: languageOf(turn) };
}

async function openTurn({ id }: Taken, talk: TalkStore, desk: TalkDesk): Promise<Turn> {
  const state = readTalkState(await talk.load());
  return { id, desk, published: desk.published(), now: desk.clock(), channel: talk.channel, state, records: [] };
}

async function answer(turn: Turn, { message, words }: Taken, talk: TalkStore): Promise<Reply[]> {
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
  return [perform(turn, action, words)];
}

async function readWords(turn: Turn, text: string, talk: TalkStore): Promise<Reply[]> {
  turn.state = { ...turn.state, hasSpoken: true, isStopped: false };
  if (text === '') return [unresolved(turn, 'empty', { question: text })];
  const chosen = chosenBy(text, turn.state.offered);
  if (chosen) return act(turn, chosen, text, talk);
  const questions = splitQuestions(turn.published.model, text);
  if (questions.length === 1) return [answerQuestion(turn, text)];
  const about = slotsOf(understand(turn.published.model, text, {}).entities);
  return questions.map((question) => withHeading(turn, question, answerQuestion(turn, question, about)));
}

/** Two answers in a row: each says what it answers, and its detail is told apart from the other's. */
function withHeading(turn: Turn, question: string, reply: Reply): Reply {
  return { ...reply, text: `${say(turn, 'question', { question })}\n\n${reply.text}` };
}
