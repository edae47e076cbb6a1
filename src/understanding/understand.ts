import type { Slot } from '../knowledge/schema.ts';
import { askedAbout } from './decision/askedAbout.ts';
import { decide } from './decision/decide.ts';
import { gatherEvidence } from './decision/evidence.ts';
import { isFollowUp } from './decision/followUp.ts';
import { probabilityOf } from './decision/logistic.ts';
import type { Model, ModelData } from './model.ts';
import type { Bonds } from './names/findBonds.ts';
import { extractFeatures } from './ranking/features.ts';
import { type Ranking, rankEntries } from './ranking/ranker.ts';
import { countFeatures } from './ranking/vectors.ts';
import { type Reading, readText } from './read.ts';
import type { Candidate, Decision, TalkContext, Understanding } from './types.ts';
import { detectLanguage } from './words/detectLanguage.ts';

const MOST_CANDIDATES = 10;

/** Reads, ranks and decides one question. Same model, text and context, same result. */
export function understand(model: Model, text: string, context: TalkContext = {}): Understanding {
  const language = detectLanguage(text, context.language);
  const reading = readText(model.lexicon, text, language);
  const { candidates, inScope } = rank(model, reading, context);
  return {
    language,
    words: reading.words.map(({ text: word, mask }) => mask ?? word).filter((word) => word !== ''),
    corrections: reading.corrections,
    entities: reading.entities,
    unknownNames: reading.unknownNames,
    candidates,
    inScope,
    decision: decideReading(model.data.entries, reading, candidates, inScope),
  };
}

function rank(
  { ranker, numbers, data }: Model,
  reading: Reading,
  context: TalkContext,
): { candidates: Candidate[]; inScope: number } {
  if (reading.tokenCount === 0 || data.entries.length === 0) return { candidates: [], inScope: 0 };
  const asTyped = reading.words;
  const masked = asTyped.map((word) => (word.isNamed && word.text !== '' ? { ...word, text: '' } : word));
  const weigh = (words: Reading['words']) => {
    const counted = countFeatures(numbers, extractFeatures(words));
    const ranking = preferAnswerable(data.entries, rankEntries(ranker, counted, MOST_CANDIDATES), reading, context);
    return { ranking, evidence: gatherEvidence(ranker, ranking, counted) };
  };
  const { ranking, evidence } = surer(data.entries, reading, weigh(asTyped), () => weigh(masked));
  const { calibration } = data;
  const inScope = probabilityOf(calibration.inScope, evidence);
  const topRight = Math.min(inScope, probabilityOf(calibration.topRight, evidence));
  const shares = shareOut(ranking.scores, calibration.sharpness, topRight, inScope);
  const candidates = ranking.best.map(
    (entry, place): Candidate => ({
      id: data.entries[entry]?.id ?? '',
      confidence: shares[place] as number,
      parts: { score: ranking.scores[place] as number, ...(place === 0 ? nameEvidence(evidence) : {}) },
    }),
  );
  return { candidates, inScope };
}

interface Weighed {
  readonly ranking: Ranking;
  readonly evidence: ReturnType<typeof gatherEvidence>;
}

/**
 * An entry that is told a row is about any row: where the words of the names only stand in its way, they are left out.
 */
function surer(entries: ModelData['entries'], reading: Reading, typed: Weighed, weighMasked: () => Weighed): Weighed {
  if (!reading.words.some(({ isNamed, text }) => isNamed && text !== '')) return typed;
  const masked = weighMasked();
  const slots = entries[masked.ranking.best[0] as number]?.slots ?? [];
  const isTold = slots.length > 0 && slots.every((slot) => reading.entities.some(({ kind }) => kind === slot));
  const lead = (masked.ranking.scores[0] as number) - (typed.ranking.scores[0] as number);
  const isWritten = (entries[typed.ranking.best[0] as number]?.slots ?? []).length === 0;
  return isTold && lead > (isWritten ? MASKED_LEAD : 0) ? masked : typed;
}

/** By so much the kinds of the names must speak louder than their words. */
const MASKED_LEAD = 0.1;

/** What an entry loses for each thing it must still be told: a plain entry that explains the text about as well goes first. */
const MISSING_SLOT = 0.15;
/** What an entry about other rows loses: that on wood for the United States, when China is named. */
const OTHER_ROW = 0.5;

function preferAnswerable(
  entries: ModelData['entries'],
  ranking: Ranking,
  reading: Reading,
  context: TalkContext,
): Ranking {
  const named = new Set<Slot>(reading.entities.map(({ kind }) => kind));
  const rowsNamed = (slot: Slot) => reading.entities.filter(({ kind }) => kind === slot).map(({ id }) => id);
  const isOther = (bonds: Bonds) =>
    (Object.entries(bonds) as [Slot, readonly string[]][]).filter(([slot, rows]) => {
      const asked = rowsNamed(slot);
      return asked.length > 0 && !asked.some((id) => rows.includes(id));
    }).length;
  const isMissing = (slot: Slot) => !named.has(slot) && context.slots?.[slot] === undefined;
  const weighed = ranking.best
    .map((entry, place) => {
      const missing = (entries[entry]?.slots ?? []).filter(isMissing).length;
      return {
        entry,
        score:
          (ranking.scores[place] as number) - MISSING_SLOT * missing - OTHER_ROW * isOther(entries[entry]?.bonds ?? {}),
      };
    })
    .sort((a, b) => b.score - a.score || a.entry - b.entry);
  return { ...ranking, best: weighed.map(({ entry }) => entry), scores: weighed.map(({ score }) => score) };
}

/** The best entry gets its own probability; the others share what is left of being in scope, by their scores. */
function shareOut(scores: readonly number[], sharpness: number, topRight: number, inScope: number): number[] {
  const weights = scores.slice(1).map((score) => Math.exp(sharpness * (score - (scores[0] as number))));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = inScope - topRight;
  return [topRight, ...weights.map((weight) => Math.min(topRight, total === 0 ? 0 : (rest * weight) / total))];
}

function nameEvidence(evidence: readonly number[]): Record<string, number> {
  const [, lead = 0, nearest = 0, foreignWords = 0, foreignIdeas = 0, newWords = 0] = evidence;
  return { lead, nearest, foreignWords, foreignIdeas, newWords };
}

function decideReading(
  entries: ModelData['entries'],
  reading: Reading,
  candidates: readonly Candidate[],
  inScope: number,
): Decision {
  if (reading.tokenCount === 0) return { kind: 'unresolved', reason: 'empty' };
  if (reading.unknownNames.length > 0) return { kind: 'unresolved', reason: 'unknown-name' };
  if (isFollowUp(reading)) return { kind: 'follow-up' };
  const decided = decide(candidates, inScope);
  const about = askedAbout(reading);
  if (about === undefined || isExplained(candidates, decided) || !entries.some(({ id }) => id === about))
    return decided;
  return { kind: 'answer', id: about };
}

/** From here on a written entry explains a name better than the row of its table does: "apa itu ketentuan asal barang". */
const SURE_EXPLANATION = { confidence: 0.9, nearest: 0.4 } as const;

function isExplained([best]: readonly Candidate[], decided: Decision): boolean {
  return (
    decided.kind === 'answer' &&
    best !== undefined &&
    best.confidence >= SURE_EXPLANATION.confidence &&
    (best.parts.nearest ?? 0) >= SURE_EXPLANATION.nearest
  );
}
