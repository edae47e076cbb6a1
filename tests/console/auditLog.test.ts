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
    expect((await log.search({ limit: 10, offset: 0 })).total).toBe(1);
  });
});
