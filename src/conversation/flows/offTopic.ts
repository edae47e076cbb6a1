import type { Reply } from '../reply.ts';
import { record, say, type Turn } from '../turn.ts';
import { menuChoices } from './menu.ts';
import { listUnits } from './offices.ts';
import type { Asked } from './show.ts';
import { unresolved } from './unresolved.ts';

/** Less likely off topic than this, a question is also counted as one that found no answer. */
const SURE = 0.5;
/** Goods that come into Indonesia. */
const IMPORTS = /\b(?:(?:meng|ng|di)?impor|import(?:s|ed|ing)?)\b/i;
const IMPORT_UNITS = ['djbc-bravo', 'lnsw'];

/** Kindly not ours; for imports, whose they are. */
export function offTopic(turn: Turn, asked: Asked): Reply {
  const isImport = IMPORTS.test(asked.question);
  if (!isImport && (asked.understanding?.candidates[0]?.confidence ?? 1) < SURE) return unresolved(turn, 'far', asked);
  record(turn, { ...asked, decision: 'small-talk', entry: 'talk.off-topic' });
  const text = isImport ? say(turn, 'imports', { offices: listUnits(turn, IMPORT_UNITS) }) : say(turn, 'offTopic');
  return { text, choices: menuChoices(turn) };
}
