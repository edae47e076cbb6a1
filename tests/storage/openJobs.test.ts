import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { pino } from 'pino';
import { openJobs } from '../../src/storage/index.ts';
import { eventually } from '../support/eventually.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';

let storage: TestStorage;
beforeAll(async () => {
  storage = await openTestStorage();
});
afterAll(() => storage.remove());

describe('openJobs', () => {
  it("runs without a stumble, also pg-boss's own work on its tables, which needs the rows of several statements", async () => {
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    const jobs = [{ name: 'every-minute', cron: '* * * * *', run: async () => undefined }];
    const stop = await openJobs(storage.url, jobs, log);
    try {
      // Its command runner has looked for work once: with a connection that hands on the rows of one statement only it fails.
      await eventually(
        async () =>
          (await sql<{ at: Date | null }>`select bam_on as at from jobs.version`.execute(storage.db)).rows[0]?.at,
        (at) => at != null,
      );
      await eventually(
        async () =>
          (
            await sql<{ open: number }>`select count(*) as open from jobs.bam where status <> 'completed'`.execute(
              storage.db,
            )
          ).rows[0]?.open,
        (open) => open === 0,
      );
    } finally {
      await stop();
    }
    expect(lines).toEqual([]);
  });
});
