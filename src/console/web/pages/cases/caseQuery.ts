import type { z } from 'zod';
import type { listCases } from '../../../contract/cases.ts';

/** What a list of cases is narrowed down to. */
export type CaseQuery = Omit<z.input<typeof listCases.query>, 'page' | 'size'>;

/** The states in which somebody has something to do, as they follow each other. */
export const COLUMNS = ['open', 'with-liaison', 'waiting-for-exporter', 'answered'] as const;

/** Whose cases, or which; the first is what one sees without choosing. */
export const ONLYS = ['unclosed', 'mine', 'overdue', 'attention', 'urgent', 'all'] as const;

/** What the address asks for. */
export function caseQuery(query: URLSearchParams): CaseQuery {
  return {
    words: query.get('cari') || undefined,
    state: [...COLUMNS, 'closed' as const].find((one) => one === query.get('keadaan')),
    only: ONLYS.find((one) => one === query.get('hanya')) ?? 'unclosed',
    unit: query.get('unit') || undefined,
  };
}
