import type { CaseDesk, TalkCases } from './cases/index.ts';
import { type Published, readTalkState, type TalkStore, type TurnRecord } from './conversation/index.ts';
import { StartFault } from './startFault.ts';

/** A talk that is kept nowhere: for asking from a terminal, and for trying many questions. */
export interface PassingTalk extends TalkStore {
  readonly turns: TurnRecord[];
}

/** Begins one, greeted already. */
export function openPassingTalk(language?: 'id' | 'en'): PassingTalk {
  let state: unknown = { ...readTalkState(null), isGreeted: true, ...(language && { language }) };
  const turns: TurnRecord[] = [];
  return {
    conversationKey: 'passing',
    exporterKey: 'passing',
    channel: 'web',
    owner: 'bot',
    cases: NO_CASES,
    links: { makeCode: refuseLink, redeem: refuseLink },
    turns,
    load: async () => state,
    save: async (next) => {
      state = structuredClone(next);
    },
    keepTurn: async (turn) => void turns.push(turn),
    keepFeedback: async () => {},
  };
}

const refuse = async () => {
  throw new StartFault(['No case is opened from here: a number that nobody keeps would be a lie.']);
};

const refuseLink = async () => {
  throw new StartFault(['No talk can be joined from here: this one is kept nowhere.']);
};

const NO_CASES: TalkCases = {
  mine: async () => [],
  takeTellings: async () => [],
  open: refuse,
  move: async () => ({ refused: 'unknown' }),
  eraseMe: async () => ({ cases: 0 }),
};

/** What cases would be opened with; none is. */
export function passingCaseDesk(published: () => Published, clock: () => Date): CaseDesk {
  return {
    knowledge: () => published().knowledge,
    say: (_language, key) => key,
    sayMoment: (moment) => moment.toISOString(),
    clock,
    random: () => Buffer.alloc(0),
    secret: '',
    publicUrl: () => '',
    centreAddress: '',
  };
}
