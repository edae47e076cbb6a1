import { randomUUID } from 'node:crypto';
import { type Intake, openCase } from '../../../src/cases/index.ts';
import { insertCase } from '../../../src/storage/cases/insertCase.ts';
import { readRules } from '../../../src/storage/cases/readRules.ts';
import type { Storage } from '../../../src/storage/index.ts';
import { INTAKE } from '../../cases/testCases.ts';
import { testCaseDesk } from '../../support/testCaseDesk.ts';

/** Opens a case of a new exporter on the web, as a talk does. @returns its number */
export async function keepCase(db: Storage['db'], intake: Partial<Intake> = {}, now = new Date()): Promise<string> {
  const key = randomUUID();
  const exporter = { exporter_key: key, channel: 'web' as const, resume_hash: null, created_at: now, seen_at: now };
  await db.insertInto('exporters').values(exporter).execute();
  const talk = { conversation_key: key, exporter_key: key, channel: 'web' as const, language: 'id' as const };
  await db
    .insertInto('conversations')
    .values({ ...talk, state: null, last_stamped_at: now, created_at: now })
    .execute();
  const of = { conversationKey: key, exporterKey: key, channel: 'web' as const, language: 'id' as const };
  const plan = openCase(testCaseDesk({ clock: () => now }), of, { ...INTAKE, ...intake });
  const { kase } = await db.transaction().execute(async (work) => insertCase(work, plan, await readRules(work), now));
  return kase.number;
}
