import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAuditLog } from '../../src/storage/index.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';

let storage: TestStorage;
beforeAll(async () => {
  storage = await openTestStorage();
});
afterAll(() => storage.remove());

describe('openAuditLog', () => {
  it('is only added to: the database refuses to change or remove a row', async () => {
    const log = openAuditLog(storage.db);
    const entry = {
      at: new Date(),
      actorId: null,
      actorName: 'uji',
      act: 'sign-in',
      subject: '',
      outcome: 'done',
    } as const;
    await log.write({ ...entry, details: {} });
    await expect(storage.db.updateTable('staff_audit').set({ actor_name: 'x' }).execute()).rejects.toThrow(
      /only added/,
    );
    await expect(storage.db.deleteFrom('staff_audit').execute()).rejects.toThrow(/only added/);
    await expect(storage.db.deleteFrom('audit').execute()).rejects.toThrow(/only added/);
    expect((await log.search({ limit: 10, offset: 0 })).total).toBe(1);
  });

  it('finds what officials, exporters and the system did to cases as well, and each apart', async () => {
    const log = openAuditLog(storage.db);
    const row = { happened_at: new Date(), actor: null, case_number: 'FTA-2026-00007', detail: '{}' };
    await storage.db
      .insertInto('audit')
      .values([
        { ...row, actor_kind: 'liaison', actor: 'daglu', act: 'case.looked-at' },
        { ...row, actor_kind: 'exporter', act: 'case.supplied' },
        { ...row, actor_kind: 'system', act: 'case.reminded' },
      ])
      .execute();
    const of = async (...by: ('staff' | 'liaison' | 'exporter' | 'system')[]) =>
      (await log.search({ by, limit: 10, offset: 0 })).entries.map(({ act, subject }) => [act, subject]);
    expect(await of('liaison')).toEqual([['case.looked-at', 'FTA-2026-00007']]);
    expect(await of('staff', 'liaison')).toHaveLength(2);
    expect((await log.search({ words: '00007', limit: 1, offset: 1 })).total).toBe(3);
  });
});
