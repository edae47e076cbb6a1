import type { Draft } from '../draft.ts';
import { plain, sayFacts } from '../statement.ts';
import type { Desk } from '../types.ts';

/** What a programme offers. */
export function programmeAbout(desk: Desk, id: string): Draft | undefined {
  const programme = desk.knowledge.programmes.get(id);
  if (!programme) return undefined;
  return {
    say: [plain(`**${programme.name[desk.language]}.**`), ...sayFacts(desk, programme.about)],
    checkedOn: programme.checkedOn,
    unit: programme.unit,
  };
}

/** What a regulation is about and whether it still holds. */
export function regulationAbout(desk: Desk, id: string): Draft | undefined {
  const { knowledge, words, language } = desk;
  const regulation = knowledge.regulations.get(id);
  if (!regulation) return undefined;
  const amendments = regulation.amendedBy.map((key) => knowledge.regulations.get(key)?.citation ?? key).join(', ');
  return {
    say: [
      {
        text: `**${regulation.citation}**: ${regulation.about[language]}`,
        sources: regulation.statusFact.sources,
        certainty: 'confirmed',
      },
      ...sayFacts(desk, [regulation.statusFact]),
      ...(amendments ? [plain(words(language, 'answers:regulation.amendedBy', { list: amendments }))] : []),
    ],
    checkedOn: regulation.checkedOn,
    unit: 'kemendag-general',
    separator: '\n',
  };
}

const MOST_VARIANTS = 5;

/** What a word of the trade means. A term without a meaning is at least given in the other language. */
export function termMeaning(desk: Desk, id: string): Draft | undefined {
  const { knowledge, words, language } = desk;
  const term = knowledge.terms.get(id);
  if (!term) return undefined;
  const other = language === 'id' ? 'en' : 'id';
  const translated = plain(
    words(language, 'answers:term.meaning', { term: term.term[language], other: term.term[other] }),
  );
  const variants = term.variants.slice(0, MOST_VARIANTS).join(', ');
  return {
    say: [
      ...sayFacts(desk, [term.meaning]),
      translated,
      ...(variants ? [plain(words(language, 'answers:term.variants', { variants }))] : []),
    ],
    checkedOn: knowledge.entries.get('term.meaning')?.checkedOn ?? desk.today,
    unit: 'fta-support-center',
    related: term.related,
  };
}
