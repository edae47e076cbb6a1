import type { Draft } from '../draft.ts';
import { findMarket, marketFacts } from '../schemes.ts';
import { join, list, plain, sayFacts } from '../statement.ts';
import type { Desk, Statement } from '../types.ts';
import { memberLine } from './destination.ts';
import { officeLine } from './liaison.ts';
import { factsInMarket } from './product.ts';

/**
 * Everything a shipment of one product to one destination needs: form, rules here and there, certificates, whom to ask.
 *
 * The bubble holds the first fact of each part, the detail all of them.
 */
export function brief(desk: Desk, productId: string, destinationId: string): Draft | undefined {
  const product = desk.knowledge.products.get(productId);
  const market = findMarket(desk.knowledge, destinationId);
  if (!product || !market) return undefined;
  const { words, language } = desk;
  const [goods, place] = [product.name[language], market.destination.name[language]];
  const say = (key: string) => words(language, `answers:brief.${key}`, { product: goods, destination: place });
  const destinations = [market.destination.id, ...(market.union ? [market.union.id] : [])];
  const parts = {
    form: [...memberLine(desk, market), ...sayFacts(desk, marketFacts(market, 'advice'))],
    market: sayFacts(desk, factsInMarket(product, destinations)),
    export: sayFacts(desk, product.export),
    certificates: sayFacts(desk, product.certificates),
  };
  const unit = product.units[0] ?? 'fta-support-center';
  const line = (key: string, statements: readonly Statement[]) =>
    statements.length === 0 ? [] : [join([plain(`**${say(key)}:**`), ...statements])];
  const hs: Statement[] = product.hs.slice(0, 2).map(({ code, covers, confirmed, sources }) => ({
    text: `${code} (${covers[language]})`,
    sources,
    certainty: confirmed ? 'confirmed' : 'unconfirmed',
  }));
  return {
    say: [
      plain(`**${say('title')}**`),
      ...line('form', firstWords(parts.form, memberLine(desk, market).length + 1)),
      ...line('export', parts.export.slice(0, 1)),
      ...line('market', parts.market.slice(0, 1)),
      ...line('certificates', parts.certificates.slice(0, 1)),
      ...line('hs', hs.slice(0, 1)),
      ...line('ask', [officeLine(desk, unit)]),
    ],
    more: [
      ...list(say('form'), parts.form),
      ...list(say('export'), parts.export),
      ...list(say('market'), parts.market),
      ...list(say('certificates'), parts.certificates),
      ...list(say('hs'), hs),
      ...list(words(language, 'answers:pending'), sayFacts(desk, marketFacts(market, 'pending'))),
      ...list(words(language, 'answers:notes'), sayFacts(desk, marketFacts(market, 'notes'))),
      ...list(words(language, 'answers:product.tips'), sayFacts(desk, product.tips)),
    ],
    checkedOn: [product.checkedOn, market.destination.checkedOn].sort()[0] as string,
    unit,
    related: product.related.slice(0, 1),
    separator: '\n',
  };
}

const FORM_ROOM = 330;

/** The first statements, and one more while there is room. */
function firstWords(statements: readonly Statement[], least: number): readonly Statement[] {
  let length = 0;
  const end = statements.findIndex(({ text }, at) => {
    length += text.length;
    return at >= least && length > FORM_ROOM;
  });
  return end < 0 ? statements : statements.slice(0, end);
}
