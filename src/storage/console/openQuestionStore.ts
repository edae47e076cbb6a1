import type { Kysely } from 'kysely';
import type { QuestionStore } from '../../console/server/knowledge/questionStore.ts';
import type { Tables } from '../tables.ts';

/** Reads what exporters asked. */
export function openQuestionStore(database: Kysely<Tables>): QuestionStore {
  return {
    async findRecent(since, limit) {
      const rows = await database
        .selectFrom('turns')
        .select(['question', 'language'])
        .select((of) => of.fn.max('answered_at').as('last'))
        .where('answered_at', '>=', since)
        .where('decision', '!=', 'small-talk')
        .groupBy(['question', 'language'])
        .orderBy('last', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ question, language }) => ({ text: question, language }));
    },
  };
}
