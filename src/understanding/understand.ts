import { decide } from './decision/decide.ts';
import type { Model } from './model.ts';
import { extractFeatures } from './ranking/features.ts';
import { scoreEntries } from './ranking/train.ts';
import { toVector } from './ranking/vectors.ts';
import { type Reading, readText } from './read.ts';
import type { Candidate, Decision, TalkContext, Understanding } from './types.ts';
import { detectLanguage } from './words/detectLanguage.ts';

const MOST_CANDIDATES = 10;
const SHARPNESS = 6;

/** Reads, ranks and decides one question. Same model and text, same result. */
export function understand(model: Model, text: string, context: TalkContext = {}): Understanding {
  const language = detectLanguage(text, context.language);
  const reading = readText(model, text);
  const { candidates, inScope } = rank(model, reading);
  return {
    language,
    words: reading.words.map(({ text: word, mask }) => mask ?? word),
    corrections: reading.corrections,
    entities: reading.entities,
    unknownNames: reading.unknownNames,
    candidates,
    inScope,
    decision: decideReading(reading, candidates, inScope),
  };
}

function rank(model: Model, reading: Reading): { candidates: Candidate[]; inScope: number } {
  const scores = scoreEntries(model.data.linear, toVector(model.space, extractFeatures(reading.words)));
  const best = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, MOST_CANDIDATES);
  const top = scores[best[0] ?? 0] ?? -1;
  const inScope = 1 / (1 + Math.exp(-(4 * (top + 0.55))));
  const total = best.reduce((sum, entry) => sum + Math.exp(SHARPNESS * ((scores[entry] ?? 0) - top)), 0);
  const candidates = best.map((entry) => {
    const score = scores[entry] ?? 0;
    return {
      id: model.data.entries[entry]?.id ?? '',
      confidence: (inScope * Math.exp(SHARPNESS * (score - top))) / total,
      parts: { score },
    };
  });
  return { candidates, inScope };
}

const FOLLOW_UP =
  /^\s*(?:(?:kalau|kalo|klo|kl|nek|terus|trus|lalu|dan|gimana|bagaimana|and|what|how|about|if|for|to|ke|untuk|utk|yang|yg|buat|dengan|ok|oke|pak|bu|min|mas|mbak|the|one|kah|ya|di|in|dari)\s*)*$/i;

function decideReading(reading: Reading, candidates: readonly Candidate[], inScope: number): Decision {
  if (reading.tokenCount === 0) return { kind: 'unresolved', reason: 'empty' };
  if (reading.unknownNames.length > 0) return { kind: 'unresolved', reason: 'unknown-name' };
  const rest = reading.words.filter(({ mask }) => !mask).map(({ text }) => text);
  if (reading.entities.length > 0 && FOLLOW_UP.test(rest.join(' '))) return { kind: 'follow-up' };
  return decide(candidates, inScope);
}
