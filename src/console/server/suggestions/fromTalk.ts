import { type Entry, isCurated } from '../../../knowledge/index.ts';
import type { LiveRows } from '../knowledge/liveRows.ts';
import { areaOf } from '../knowledge/titleOf.ts';
import type { TalkFile } from '../talks/talkReader.ts';
import type { Suggestion } from './suggestion.ts';

const MOST_LINES_BEFORE = 4;
/** Answers that are composed of rows belong to no area. */
const NEW_AREA = 'umum';

/**
 * A suggestion from something that staff said in a talk: what the exporter had written before it, since somebody else
 * spoke, and the last question that the bot had read. The source is that of the answer she had got before.
 *
 * @returns null: no member of staff said it, or nobody had asked anything
 */
export function fromTalk(file: TalkFile, sequence: number, live: LiveRows, centre: string): Suggestion | null {
  const at = file.lines.findIndex((line) => line.sequence === sequence);
  const said = file.lines[at];
  if (said?.from !== 'staff') return null;
  const asked = file.turns.filter((turn) => turn.at <= said.at).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const shown = asked.find(({ entry }) => entry !== null)?.entry ?? null;
  const entry = shown === null ? undefined : (live.find('entries', shown)?.value as Entry | undefined);
  const lines = linesBefore(file, at);
  const questions = [...lines, ...asked.slice(0, 1).map(({ question }) => question)].filter((one) => one.trim() !== '');
  if (questions.length === 0) return null;
  return {
    questions,
    answer: said.text,
    language: file.talk.language ?? 'id',
    area: entry && isCurated(entry) ? areaOf(entry.id) : NEW_AREA,
    unit: entry?.unit ?? centre,
    sources: entry?.sources ?? [],
  };
}

/** Her last words before it, the longest first: the longest says best what is asked. */
function linesBefore({ lines }: TalkFile, at: number): string[] {
  const before = lines.slice(0, at);
  const last = before.findLastIndex(({ from }) => from === 'exporter');
  const first = before.slice(0, last).findLastIndex(({ from }) => from !== 'exporter') + 1;
  const hers = before.slice(first, last + 1).slice(-MOST_LINES_BEFORE);
  return hers.map(({ text }) => text).toSorted((a, b) => b.length - a.length);
}
