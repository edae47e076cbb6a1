import type { Agreement, Destination, Fact, Knowledge } from '../knowledge/index.ts';
import { type Day, holdsOn } from '../knowledge/index.ts';

/** A destination, and the union that its trade rules come from. */
export interface Market {
  readonly destination: Destination;
  readonly union: Destination | undefined;
}

/** Finds a destination with its union. */
export function findMarket(knowledge: Knowledge, id: string): Market | undefined {
  const destination = knowledge.destinations.get(id);
  if (!destination) return undefined;
  const union = destination.memberOf ? knowledge.destinations.get(destination.memberOf) : undefined;
  return { destination, union };
}

/** Facts of one kind: the destination's own, then its union's. */
export function marketFacts({ destination, union }: Market, kind: 'advice' | 'pending' | 'notes'): readonly Fact[] {
  return [...destination[kind], ...(union?.[kind] ?? [])];
}

/** A scheme that can be used on a day, with the proof it asks for. */
export interface UsableScheme {
  readonly agreement: Agreement;
  readonly proof: string;
}

/** The schemes that can be used for a market on a day, in the order in which to try them. */
export function usableSchemes(knowledge: Knowledge, { destination, union }: Market, today: Day): UsableScheme[] {
  return [...destination.schemes, ...(union?.schemes ?? [])]
    .filter((scheme) => holdsOn(scheme, today))
    .flatMap(({ agreement, proof }) => {
      const row = knowledge.agreements.get(agreement);
      return row ? [{ agreement: row, proof }] : [];
    });
}

/** Whether an agreement covers a market, as a party or as one of its schemes. */
export function covers(knowledge: Knowledge, agreement: Agreement, market: Market): boolean {
  const { destination, union } = market;
  const named = [destination.id, union?.id].some((id) => id !== undefined && agreement.parties.includes(id));
  const schemes = [...destination.schemes, ...(union?.schemes ?? [])];
  return named || schemes.some((scheme) => scheme.agreement === agreement.id && knowledge.agreements.has(agreement.id));
}

const ASEAN = 'ATIGA';

/**
 * The destination that is meant when only an agreement is named: the one talked about if the agreement covers it, else
 * its one partner outside ASEAN. "ACFTA mebel rotan" is about China, whatever country the talk was about before.
 */
export function destinationUnder(knowledge: Knowledge, agreementId: string, talkedOf?: string): string | undefined {
  const agreement = knowledge.agreements.get(agreementId);
  if (!agreement) return undefined;
  const market = talkedOf ? findMarket(knowledge, talkedOf) : undefined;
  if (market && covers(knowledge, agreement, market)) return talkedOf;
  const asean = knowledge.agreements.get(ASEAN)?.parties ?? [];
  const partners = agreement.parties.filter((id) => !asean.includes(id));
  return partners.length === 1 ? partners[0] : undefined;
}
