import { openWords } from '../../src/answers/index.ts';
import { type TalkDesk, type TurnRecord, takeTurn } from '../../src/conversation/index.ts';
import { openPassingTalk, passingCaseDesk } from '../../src/passingTalk.ts';
import { readShipped } from '../../src/published.ts';
import { SHARED_DATA } from '../support/sharedModels.ts';

/** The day of the facts: answers that begin or end on a date are the same whenever the questions are asked. */
const DAY = new Date('2026-11-24T03:00:00Z');

/** What the exporter got to see for one message. */
export interface Shown {
  readonly records: readonly TurnRecord[];
  readonly choices: readonly { readonly entry: string; readonly slots: Readonly<Record<string, readonly string[]>> }[];
  readonly text: string;
}

/** The bot as shipped: its knowledge, its words, its decisions. */
export async function openBot(): Promise<TalkDesk> {
  const published = await readShipped({ dataDir: SHARED_DATA });
  const clock = () => DAY;
  return { published: () => published, words: openWords(), clock, cases: passingCaseDesk(() => published, clock) };
}

/** Says the messages in one new talk; what was shown for the last one. */
export async function askBot(desk: TalkDesk, messages: readonly string[]): Promise<Shown> {
  const talk = openPassingTalk();
  let shown: Shown = { records: [], choices: [], text: '' };
  for (const [at, words] of messages.entries()) {
    talk.turns.length = 0;
    const { replies } = await takeTurn({ id: `q${at}`, message: { kind: 'said', text: words }, words }, talk, desk);
    const choices = replies.flatMap((reply) => reply.choices.map(({ action }) => action));
    shown = {
      records: [...talk.turns],
      choices: choices.flatMap((action) =>
        action.do === 'ask' ? [{ entry: action.entry, slots: action.slots ?? {} }] : [],
      ),
      text: replies.map(({ text }) => text).join('\n'),
    };
  }
  return shown;
}
