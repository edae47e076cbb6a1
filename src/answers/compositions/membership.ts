import type { Agreement } from '../../knowledge/index.ts';
import { covers, findMarket, type Market, marketFacts } from '../schemes.ts';
import { join, sayFacts } from '../statement.ts';
import type { Desk, Statement } from '../types.ts';

/** Whether a country takes part in an agreement, in words. */
export interface Membership {
  readonly isParty: boolean;
  /** It is not established: the words are those of the doubt. */
  readonly isOpen: boolean;
  readonly statement: Statement;
}

/**
 * Says yes or no: whether what an agreement gives can be used in a country.
 *
 * @param form what cannot be used there if the country is no party; without it, the form of the agreement
 */
export function sayMembership(
  desk: Desk,
  agreement: Agreement,
  destinationId: string,
  form?: string,
): Membership | undefined {
  const market = findMarket(desk.knowledge, destinationId);
  if (!market) return undefined;
  const { words, language } = desk;
  const isParty = covers(desk.knowledge, agreement, market);
  const doubts = isParty ? [] : sayFacts(desk, doubtsAbout(agreement, market));
  if (doubts.length > 0) return { isParty, isOpen: true, statement: join(doubts) };
  const values = {
    agreement: agreement.name[language],
    destination: market.destination.name[language],
    form: form ?? agreement.proofs[0]?.label[language] ?? agreement.id,
  };
  const text = words(language, isParty ? 'answers:agreement.isParty' : 'answers:agreement.isNotParty', values);
  const statement: Statement = { text, sources: agreement.statusFact.sources, certainty: 'confirmed' };
  return { isParty, isOpen: false, statement };
}

/** What is said of a country that may or may not have joined: "Apakah Form D (ATIGA) sudah dapat dipakai ke sana …". */
function doubtsAbout({ id }: Agreement, market: Market) {
  return marketFacts(market, 'advice').filter((fact) => fact.uncertain && fact.id.includes(id));
}

/**
 * "Form E ke Jepang?": first whether it can be used there at all. An agreement that cannot be used anywhere yet says
 * so, never a bare yes.
 */
export function sayUsable(desk: Desk, agreementIds: readonly string[], destinationId: string): Statement[] {
  return agreementIds.flatMap((id) => {
    const agreement = desk.knowledge.agreements.get(id);
    const membership = agreement && sayMembership(desk, agreement, destinationId);
    if (!agreement || !membership || membership.isOpen) return [];
    const isUsable = agreement.status === 'in-force';
    return membership.isParty && !isUsable ? sayFacts(desk, [agreement.statusFact]) : [membership.statement];
  });
}

/** What is used for a country instead. */
export function adviceFor(desk: Desk, destinationId: string): Statement[] {
  const market = findMarket(desk.knowledge, destinationId);
  return market ? sayFacts(desk, marketFacts(market, 'advice')).slice(0, 1) : [];
}
