import type { Fact, Product } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { list, plain, sayFacts } from '../statement.ts';
import type { Desk, Statement } from '../types.ts';
import { officeName } from './liaison.ts';

/** The indicative HS code, with the warning that goes with it. */
export function productHs(desk: Desk, id: string): Draft | undefined {
  const product = desk.knowledge.products.get(id);
  if (!product) return undefined;
  const office = officeName(desk, 'djbc-bravo');
  return draftOf(
    product,
    [
      sayHs(desk, product),
      ...sayFacts(desk, [product.hsNote]),
      plain(desk.words(desk.language, 'answers:product.hsNext', { office })),
    ],
    [],
    'djbc-bravo',
  );
}

/** The HS line of a product; says so when none is established. */
export function sayHs({ words, language }: Desk, product: Product): Statement {
  const name = product.name[language];
  if (product.hs.length === 0) return plain(words(language, 'answers:product.hsNone', { name }));
  const codes = product.hs.map(({ code, covers }) => `${code} (${covers[language]})`).join('; ');
  const isConfirmed = product.hs.every(({ confirmed }) => confirmed);
  return {
    text: words(language, isConfirmed ? 'answers:product.hsConfirmed' : 'answers:product.hs', { name, codes }),
    sources: [...new Set(product.hs.flatMap(({ sources }) => sources))],
    certainty: isConfirmed ? 'confirmed' : 'unconfirmed',
  };
}

/** What Indonesia asks of a product, and the certificates that buyers usually want. */
export function productRequirements(desk: Desk, id: string): Draft | undefined {
  const product = desk.knowledge.products.get(id);
  if (!product) return undefined;
  const { words, language } = desk;
  return draftOf(
    product,
    [...sayFacts(desk, product.export), ...sayFacts(desk, product.certificates)],
    [
      ...list(words(language, 'answers:product.markets', { name: product.name[language] }), everyMarket(desk, product)),
      ...list(words(language, 'answers:product.tips'), sayFacts(desk, product.tips)),
      sayHs(desk, product),
    ],
  );
}

/** What destinations ask of a product. */
export function productMarkets(desk: Desk, id: string): Draft | undefined {
  const product = desk.knowledge.products.get(id);
  if (!product) return undefined;
  const markets = everyMarket(desk, product);
  const none = plain(desk.words(desk.language, 'answers:product.anyMarket', { name: product.name[desk.language] }));
  return draftOf(product, markets.length > 0 ? markets : [none], sayFacts(desk, product.tips), undefined, '\n\n');
}

/** The facts that a product meets in one destination; rules of its union count. */
export function factsInMarket(product: Product, destinations: readonly string[]): readonly Fact[] {
  return product.markets
    .filter((market) => market.destinations.some((id) => destinations.includes(id)))
    .flatMap(({ facts }) => facts);
}

function everyMarket(desk: Desk, product: Product): Statement[] {
  return product.markets.flatMap(({ destinations, facts }) => {
    const names = destinations.map((id) => desk.knowledge.destinations.get(id)?.name[desk.language] ?? id).join(', ');
    return sayFacts(desk, facts).map((one) => ({ ...one, text: `${names}: ${one.text}` }));
  });
}

function draftOf(
  product: Product,
  say: readonly Statement[],
  more: readonly Statement[] = [],
  unit = product.units[0] ?? 'fta-support-center',
  separator: Draft['separator'] = ' ',
): Draft {
  return { say, more, checkedOn: product.checkedOn, unit, separator, related: product.related };
}
