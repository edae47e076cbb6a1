import type { Reply } from '../reply.ts';
import type { LinkOutcome, TalkLinks } from '../talkStore.ts';
import { say, type Turn } from '../turn.ts';

const ASK =
  /^\s*((hubungkan|sambungkan)(\s+(wa|whatsapp|web|percakapan))?|link\s+(my\s+)?(talks?|chats?|whatsapp|web))\s*[.!]*\s*$/i;
const REDEEM = /^\s*(?:hubungkan|sambungkan|link)\s+([0-9a-f]{4})[-\s]?([0-9a-f]{4})\s*[.!]*\s*$/i;

const WORDS: Readonly<Record<LinkOutcome, string>> = {
  linked: 'link.done',
  own: 'link.own',
  unknown: 'link.unknown',
  'too-often': 'link.tooOften',
};

/** "Hubungkan" gives a code; typed in her other talk, it makes both one person's, and her cases are seen in both. */
export async function linkTalks(turn: Turn, text: string, links: TalkLinks): Promise<Reply | undefined> {
  const [, first, second] = REDEEM.exec(text) ?? [];
  if (first && second) {
    const outcome = await links.redeem(`${first}${second}`.toUpperCase());
    return { text: say(turn, WORDS[outcome]), choices: [] };
  }
  if (!ASK.test(text)) return undefined;
  return { text: say(turn, 'link.code', { code: await links.makeCode() }), choices: [] };
}
