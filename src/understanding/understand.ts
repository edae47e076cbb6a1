import { askedAbout } from './decision/askedAbout.ts';
import { decide } from './decision/decide.ts';

import { EVIDENCE, type Evidence } from './decision/evidence.ts';
import { isFollowUp } from './decision/followUp.ts';
import { probabilityOf } from './decision/logistic.ts';
import { weighReading } from './decision/weighReading.ts';
import type { Model, ModelData } from './model.ts';
import { type Reading, readText } from './read.ts';
import type { Candidate, Decision, TalkContext, Understanding } from './types.ts';
import { detectLanguage } from './words/detectLanguage.ts';

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
    strangeWords: reading.words.flatMap(({ text: word, isStrange }) => (isStrange ? [word] : [])),
    candidates,
    inScope,
    decision: decideReading(model.data.entries, reading, candidates, inScope),
  };
}

function rank(model: Model, reading: Reading, context: TalkContext): { candidates: Candidate[]; inScope: number } {
  const { calibration, entries } = model.data;
  if (reading.tokenCount === 0 || entries.length === 0) return { candidates: [], inScope: 0 };
  const { ranking, evidence } = weighReading(model, reading, context);
  const inScope = probabilityOf(calibration.inScope, evidence);
  const topRight = Math.min(inScope, probabilityOf(calibration.topRight, evidence));
  const shares = shareOut(ranking.scores, calibration.sharpness, topRight, inScope);
  const candidates = ranking.best.map(
    (entry, place): Candidate => ({
      id: entries[entry]?.id ?? '',
      confidence: shares[place] as number,
      parts: place === 0 ? nameEvidence(evidence) : { score: ranking.scores[place] as number },
    }),
  );
  return { candidates, inScope };
}

/** The best entry gets its own probability; the others share what is left of being in scope, by their scores. */
function shareOut(scores: readonly number[], sharpness: number, topRight: number, inScope: number): number[] {
  const weights = scores.slice(1).map((score) => Math.exp(sharpness * (score - (scores[0] as number))));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = inScope - topRight;
  return [topRight, ...weights.map((weight) => Math.min(topRight, total === 0 ? 0 : (rest * weight) / total))];
}

function nameEvidence(evidence: Evidence): Record<string, number> {
  return Object.fromEntries(EVIDENCE.map((name, i) => [name, evidence[i] as number]));
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

/** From so alike a phrasing on, a written entry explains a name better than the row of its table does: "apa itu ketentuan asal barang". */
const SURE_EXPLANATION = 0.4;

function isExplained([best]: readonly Candidate[], decided: Decision): boolean {
  return decided.kind === 'answer' && (best?.parts.nearest ?? 0) >= SURE_EXPLANATION;
}
