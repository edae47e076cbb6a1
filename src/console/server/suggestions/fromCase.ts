import { type CaseFile, CENTRE } from '../../../cases/index.ts';
import { dayInWib, type Knowledge } from '../../../knowledge/index.ts';
import type { Suggestion } from './suggestion.ts';

/** A source that has to be named first: the written answer of a unit. */
export interface NewSource {
  readonly key: string;
  readonly value: object;
}

/** A suggestion, and the source that it names, unless the centre answered by itself. */
export interface CaseSuggestion {
  readonly suggestion: Suggestion;
  readonly source: NewSource | null;
}

/**
 * A suggestion from the last answer of a case: the exporter's own words of the obstacle, the unit that answered, and
 * its written answer as the source.
 *
 * @returns null: it was not answered, or its words are erased
 */
export function fromCase({ kase, events }: CaseFile, knowledge: Knowledge): CaseSuggestion | null {
  const answered = events.findLast(({ kind, words }) => kind === 'case.answered' && words !== null);
  const problem = kase.personal?.problem;
  if (!answered?.words || !problem) return null;
  const unit = answered.actor.kind === 'liaison' ? (answered.actor.name ?? CENTRE) : CENTRE;
  const source = answered.actor.kind === 'liaison' ? writtenAnswer(unit, knowledge, answered.at) : null;
  const asked = kase.personal.transcript.filter(({ by }) => by === 'exporter').map(({ text }) => text);
  return {
    suggestion: {
      questions: [problem, ...asked.slice(0, 1)],
      answer: answered.words,
      language: kase.language,
      area: kase.topic,
      unit: kase.unit ?? unit,
      sources: source ? [source.key] : [],
    },
    source,
  };
}

/** Named after unit and day, never after the case: the source is read by everybody. */
function writtenAnswer(unit: string, { liaisons }: Knowledge, at: Date): NewSource {
  const day = dayInWib(at);
  const key = `jawaban-${unit}-${day}`;
  const name = liaisons.get(unit)?.shortName ?? { id: unit, en: unit };
  return {
    key,
    value: {
      id: key,
      title: {
        id: `Jawaban tertulis ${name.id} kepada FTA Center, ${sayDay(at, 'id-ID')}`,
        en: `Written answer of ${name.en} to the FTA Center, ${sayDay(at, 'en-GB')}`,
      },
      publisher: name.id,
      dated: day,
      tier: 'official',
    },
  };
}

function sayDay(at: Date, locale: string): string {
  return at.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Jakarta' });
}
