import type { Product } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { findMarket, type Market, marketFacts } from '../schemes.ts';
import { join, list, plain, sayFacts } from '../statement.ts';
import type { Desk, Statement } from '../types.ts';
import { memberLine } from './destination.ts';
import { officeLine } from './liaison.ts';
import { factsInMarket } from './product.ts';

/**
 * Everything a shipment of one product needs: form and rules of each destination, rules here, certificates, whom to ask.
 *
 * The bubble holds the first fact of each part, the detail all of them. What holds for the product is said once,
 * however many destinations are named: "batik ke Malaysia dan Brunei".
 *
 * @param saysForm false for a further product of one question: the form hangs on the destination
 */
export function brief(
  desk: Desk,
  productId: string,
  destinationIds: readonly string[],
  saysForm = true,
): Draft | undefined {
  const product = desk.knowledge.products.get(productId);
  const markets = destinationIds.flatMap((id) => findMarket(desk.knowledge, id) ?? []);
  if (!product || markets.length === 0) return undefined;
  const { words, language } = desk;
  const destination = namesOf(desk, markets);
  const say = (key: string) =>
    words(language, `answers:brief.${key}`, { product: product.name[language], destination });
  const parts = {
    export: sayFacts(desk, product.export),
    certificates: sayFacts(desk, product.certificates),
    hs: hsOf(desk, product),
  };
  const unit = product.units[0] ?? 'fta-support-center';
  const formMarkets = saysForm ? markets : [];
  return {
    say: [
      plain(`**${say('title')}**`),
      ...formMarkets.flatMap((market) => formLine(desk, market, markets.length)),
      ...line(say('export'), parts.export.slice(0, 1)),
      ...markets.flatMap((market) => line(ruleHeading(desk, market), rulesIn(desk, product, market).slice(0, 1))),
      ...line(say('certificates'), parts.certificates.slice(0, 1)),
      ...line(say('hs'), parts.hs.slice(0, 1)),
      ...line(say('ask'), [officeLine(desk, unit)]),
    ],
    more: [
      ...formMarkets.flatMap((market) => list(formHeading(desk, market, markets.length), formOf(desk, market))),
      ...list(say('export'), parts.export),
      ...markets.flatMap((market) => list(ruleHeading(desk, market), rulesIn(desk, product, market))),
      ...list(say('certificates'), parts.certificates),
      ...list(say('hs'), parts.hs),
      ...list(words(language, 'answers:pending'), factsOf(desk, markets, 'pending')),
      ...list(words(language, 'answers:notes'), factsOf(desk, markets, 'notes')),
      ...list(words(language, 'answers:product.tips'), sayFacts(desk, product.tips)),
    ],
    checkedOn: [product.checkedOn, ...markets.map((market) => market.destination.checkedOn)].sort()[0] as string,
    unit,
    related: product.related.slice(0, 1),
    separator: '\n',
  };
}

/** Room for the forms of all destinations together; what the product needs comes after it. */
const FORM_ROOM = 250;

function formLine(desk: Desk, market: Market, count: number): Statement[] {
  const least = memberLine(desk, market).length + 1;
  return line(formHeading(desk, market, count), firstWords(formOf(desk, market), least, FORM_ROOM / count));
}

function formOf(desk: Desk, market: Market): Statement[] {
  return [...memberLine(desk, market), ...sayFacts(desk, marketFacts(market, 'advice'))];
}

function formHeading({ words, language }: Desk, { destination }: Market, count: number): string {
  return count > 1
    ? words(language, 'answers:brief.formIn', { destination: destination.name[language] })
    : words(language, 'answers:brief.form');
}

function rulesIn(desk: Desk, product: Product, { destination, union }: Market): Statement[] {
  return sayFacts(desk, factsInMarket(product, [destination.id, ...(union ? [union.id] : [])]));
}

function ruleHeading({ words, language }: Desk, { destination }: Market): string {
  return words(language, 'answers:brief.market', { destination: destination.name[language] });
}

/** What holds for two countries of a union is said once. */
function factsOf(desk: Desk, markets: readonly Market[], part: 'pending' | 'notes'): Statement[] {
  return sayFacts(desk, [...new Set(markets.flatMap((market) => marketFacts(market, part)))]);
}

function hsOf({ language }: Desk, { hs }: Product): Statement[] {
  return hs.slice(0, 2).map(({ code, covers, confirmed, sources }) => ({
    text: `${code} (${covers[language]})`,
    sources,
    certainty: confirmed ? 'confirmed' : 'unconfirmed',
  }));
}

function namesOf({ language }: Desk, markets: readonly Market[]): string {
  const names = markets.map(({ destination }) => destination.name[language]);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

function line(heading: string, statements: readonly Statement[]): Statement[] {
  return statements.length === 0 ? [] : [join([plain(`**${heading}:**`), ...statements])];
}

/** The first statements, and one more while there is room. */
function firstWords(statements: readonly Statement[], least: number, room: number): readonly Statement[] {
  let length = 0;
  const end = statements.findIndex(({ text }, at) => {
    length += text.length;
    return at >= least && length > room;
  });
  return end < 0 ? statements : statements.slice(0, end);
}
