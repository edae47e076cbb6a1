import type { Reply } from '../../reply.ts';
import { readTalkState } from '../../talkState.ts';
import { sayOfCase, type Turn } from '../../turn.ts';
import { caseChoice } from './askStep.ts';

/** Says what is deleted and what is not, and asks. */
export function confirmErasure(turn: Turn): Reply {
  turn.state = { ...turn.state, awaited: { what: 'erase' } };
  return { text: sayOfCase(turn, 'erase.ask'), choices: [caseChoice(turn, 'erase'), caseChoice(turn, 'keep')] };
}

/** Everything personal is gone before she reads that it is. The talk begins anew. */
export async function eraseData(turn: Turn): Promise<Reply> {
  const { language } = turn.state;
  await turn.cases.eraseMe();
  turn.records.length = 0;
  turn.state = readTalkState({ isGreeted: true, ...(language && { language }) });
  return { text: sayOfCase(turn, turn.channel === 'whatsapp' ? 'erase.doneOnWhatsApp' : 'erase.done'), choices: [] };
}
