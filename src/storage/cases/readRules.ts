import { caseSettingsSchema, type Rules } from '../../cases/settings.ts';
import type { Queries } from '../talks/transaction.ts';

/** The rules that hold now: a few rows, read anew for each move, so that every process reckons alike. */
export async function readRules(queries: Queries): Promise<Rules> {
  const kept = await queries.selectFrom('case_settings').select('settings').executeTakeFirst();
  const days = await queries.selectFrom('days_off').selectAll().orderBy('day').execute();
  return {
    settings: caseSettingsSchema.parse(kept?.settings ?? {}),
    daysOff: days.map(({ day, is_off, name }) => ({ day, isOff: is_off, name })),
  };
}
