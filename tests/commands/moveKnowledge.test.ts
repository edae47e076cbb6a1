import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportKnowledge } from '../../src/commands/knowledge/exportKnowledge.ts';
import { applyImport, planImport } from '../../src/commands/knowledge/importKnowledge.ts';
import { fileRowsOf, type KnowledgeStore, loadKnowledge, mergeRow } from '../../src/knowledge/index.ts';
import { openKnowledgeStore } from '../../src/storage/index.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';

const NOW = new Date('2026-11-24T03:00:00Z');
const TODAY = '2026-11-24';
const SHIPPED = loadKnowledge(join(import.meta.dirname, '../../knowledge'));

let storage: TestStorage;
let store: KnowledgeStore;
let folder: string;

beforeAll(async () => {
  storage = await openTestStorage();
  store = openKnowledgeStore(storage.db);
  await store.mergeFiles(fileRowsOf(SHIPPED), mergeRow, NOW);
  folder = await mkdtemp(join(tmpdir(), 'fta-knowledge-'));
});
afterAll(async () => {
  await storage.remove();
  await rm(folder, { recursive: true });
});

const live = async () => (await store.readLive()).rows;

describe('moving knowledge between store and files', () => {
  it('writes files that read back as what is published, each row in its file', async () => {
    await exportKnowledge(await live(), SHIPPED, folder);
    const read = loadKnowledge(folder);
    expect(read.findings).toEqual([]);
    expect(read.knowledge.hash).toBe(SHIPPED.knowledge.hash);
    expect(planImport(read, await live(), TODAY)).toMatchObject({ added: 0, changed: 0, errors: [] });
  });

  it('overwrites no file', async () => {
    await expect(exportKnowledge(await live(), SHIPPED, folder)).rejects.toMatchObject({ code: 'EEXIST' });
  });

  it('publishes what a single file changes, and leaves alone what it does not name', async () => {
    const one = await mkdtemp(join(tmpdir(), 'fta-one-file-'));
    const [row] = SHIPPED.located.filter(({ table }) => table === 'programmes');
    const content = await readFile(join(folder, row?.raw.file ?? ''), 'utf8');
    await writeFile(join(one, 'programmes.yaml'), content.replace(/^- id: .*$/m, '- id: program-baru'));
    const before = (await live()).length;
    const plan = planImport(loadKnowledge(one), await live(), TODAY);
    expect(plan).toMatchObject({ added: 1, changed: 0, errors: [] });
    await applyImport(store, plan, 'siti', 'program baru', NOW);
    expect((await live()).length).toBe(before + 1);
    await rm(one, { recursive: true });
  });

  it('finds what a file breaks', async () => {
    const one = await mkdtemp(join(tmpdir(), 'fta-one-file-'));
    await writeFile(join(one, 'routes.yaml'), '- { topic: asal, units: [no-such-unit] }\n');
    const { errors } = planImport(loadKnowledge(one), await live(), TODAY);
    expect(errors.map(({ message }) => message).join()).toMatch(/no-such-unit/);
    await rm(one, { recursive: true });
  });
});
