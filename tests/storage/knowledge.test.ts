import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentHash, type FileRow, type KnowledgeStore, mergeRow, type RowChange } from '../../src/knowledge/index.ts';
import { openKnowledgeStore } from '../../src/storage/index.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';

const NOW = new Date('2026-11-24T03:00:00Z');
const STAFF = { author: 'siti@example.go.id', reason: 'alamat baru', origin: 'staff' } as const;

let storage: TestStorage;
let store: KnowledgeStore;

beforeAll(async () => {
  storage = await openTestStorage();
  store = openKnowledgeStore(storage.db);
});
afterAll(async () => {
  await storage.remove();
});

const row = (key: string, value: unknown): FileRow => ({ table: 'entries', key, value, hash: contentHash(value) });
const merge = (...rows: FileRow[]) => store.mergeFiles(rows, mergeRow, NOW);
const change = (key: string, value: unknown, baseRevision: number): RowChange => ({
  table: 'entries',
  key,
  value,
  hash: value === null ? null : contentHash(value),
  baseRevision,
});
const live = async () => Object.fromEntries((await store.readLive()).rows.map(({ key, value }) => [key, value]));

describe('the knowledge in the store', () => {
  it('takes the files as its seed, and nothing the second time', async () => {
    expect(await merge(row('a', { v: 1 }), row('b', { v: 1 }))).toMatchObject({ added: 2 });
    const version = await store.readVersion();
    expect(await merge(row('b', { v: 1 }), row('a', { v: 1 }))).toEqual({
      added: 0,
      revised: 0,
      retired: 0,
      proposed: 0,
    });
    expect(await store.readVersion()).toBe(version);
  });

  it('keeps staff’s words live when the file changes too, and proposes the file’s', async () => {
    expect(await store.publish([change('a', { v: 'staff' }, 1)], STAFF, NOW)).toMatchObject({ kind: 'published' });
    expect(await merge(row('a', { v: 2 }), row('b', { v: 2 }))).toMatchObject({ revised: 1, proposed: 1 });
    expect(await live()).toEqual({ a: { v: 'staff' }, b: { v: 2 } });
    expect(await store.readProposals()).toMatchObject([{ key: 'a', value: { v: 2 } }]);
    expect(await merge(row('a', { v: 2 }), row('b', { v: 2 }))).toMatchObject({ proposed: 0 });
    await store.settleProposal('entries', 'a');
    expect(await store.readProposals()).toEqual([]);
  });

  it('refuses a publish whole when one of its rows has moved on', async () => {
    const outcome = await store.publish([change('a', { v: 'late' }, 1), change('c', { v: 'new' }, 0)], STAFF, NOW);
    expect(outcome).toEqual({ kind: 'conflict', rows: [{ table: 'entries', key: 'a' }] });
    expect(await live()).not.toHaveProperty('c');
  });

  it('gives two editors who publish at once one success and one conflict', async () => {
    const outcomes = await Promise.all(
      ['x', 'y'].map((who) => store.publish([change('b', { v: who }, 2)], { ...STAFF, author: who }, NOW)),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'published']);
  });

  it('remembers every revision with who and why, and what was retired', async () => {
    await store.publish([change('b', null, 3)], { ...STAFF, reason: 'sudah tidak berlaku' }, NOW);
    expect(await live()).not.toHaveProperty('b');
    const history = await store.readHistory('entries', 'b');
    expect(history.map(({ revision, value }) => [revision, value === null])).toEqual([
      [4, true],
      [3, false],
      [2, false],
      [1, false],
    ]);
    expect(history[0]).toMatchObject({ author: STAFF.author, reason: 'sudah tidak berlaku', origin: 'staff' });
  });

  it('retires what leaves the files, unless staff has worked on it', async () => {
    await merge(row('a', { v: 2 }), row('d', { v: 1 }));
    expect(await merge()).toMatchObject({ retired: 1 });
    expect(await live()).toEqual({ a: { v: 'staff' } });
  });

  it('takes thousands of rows in one publish', async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => row(`many-${n}`, { n }));
    expect(await merge(...rows)).toMatchObject({ added: 3_000 });
  });
});
