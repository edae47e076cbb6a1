import { type SelectQueryBuilder, sql } from 'kysely';
import type { Case } from '../../cases/case.ts';
import type { CaseFilter, Page } from '../../cases/caseStore.ts';
import type { Database } from '../openDatabase.ts';
import type { Tables } from '../tables.ts';
import { caseOf } from './caseRows.ts';

type Query = SelectQueryBuilder<Tables, 'cases', object>;

/** One page of those that are wanted, and how many there are in all. The urgent come first, whatever the order. */
export async function listCases(
  database: Database,
  filter: CaseFilter,
  { limit, offset }: Page,
): Promise<{ cases: Case[]; total: number }> {
  const wanted = narrowed(database.selectFrom('cases'), filter);
  const urgent = wanted.selectAll().orderBy('is_urgent', 'desc');
  const ordered = filter.order === 'due' ? urgent.orderBy(sql`due_at nulls last`) : urgent;
  const rows = await ordered
    .orderBy('opened_at', 'desc')
    .orderBy('case_number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await wanted.select((is) => is.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { cases: rows.map(caseOf), total };
}

function narrowed(all: Query, filter: CaseFilter): Query {
  const { states, unit, needsAttention, isUrgent, text, handledBy, dueBefore } = filter;
  const like = `%${(text ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return all
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
    .$if(unit === null, (query) => query.where('unit', 'is', null))
    .$if(typeof unit === 'string', (query) => query.where('unit', '=', unit ?? ''))
    .$if(needsAttention === true, (query) => query.where('attention', 'is not', null))
    .$if(isUrgent !== undefined, (query) => query.where('is_urgent', '=', isUrgent ?? false))
    .$if(handledBy !== undefined, (query) => query.where('handled_by', '=', handledBy ?? ''))
    .$if(dueBefore !== undefined, (query) => query.where('due_at', '<', dueBefore ?? null))
    .$if(!!text, (query) =>
      query.where((is) =>
        is.or([is('case_number', 'ilike', like), is(sql<string>`personal ->> 'problem'`, 'ilike', like)]),
      ),
    );
}
