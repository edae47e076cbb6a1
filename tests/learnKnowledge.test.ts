import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { learnKnowledge } from '../src/learnKnowledge.ts';
import { learn, understand } from '../src/understanding/index.ts';
import { corpus } from './understanding/corpus.ts';

let dataDir: string;
const learnt: number[] = [];
const open = (one = corpus) => learnKnowledge(one, { dataDir, onLearning: (count) => learnt.push(count) });
const models = () => readdir(join(dataDir, 'models'));
const renamed = (n: number) => ({
  ...corpus,
  entries: corpus.entries.map((one) => ({ ...one, id: `${one.id}-${n}` })),
});

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fta-learn-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('learnKnowledge', () => {
  it('learns in a worker what would be learnt here', async () => {
    const model = await open();
    const here = learn(corpus);
    for (const text of ['form apa ke chile', 'ska ilang min', 'resep rendang'])
      expect(understand(model, text)).toEqual(understand(here, text));
    expect(learnt).toEqual([corpus.entries.length]);
  });

  it('reads what was learnt before instead of learning it again', async () => {
    learnt.length = 0;
    const model = await open();
    expect(learnt).toEqual([]);
    expect(understand(model, 'ska hilang').candidates[0]?.id).toBe('ska-hilang');
  });

  it('learns anew when a phrasing changes', async () => {
    learnt.length = 0;
    await open(renamed(1));
    expect(learnt).toHaveLength(1);
    expect(await models()).toHaveLength(2);
  });

  it('learns anew when a kept file is damaged', async () => {
    for (const file of await models()) {
      const path = join(dataDir, 'models', file);
      const bytes = await readFile(path);
      await writeFile(path, bytes.subarray(0, bytes.length / 2));
    }
    learnt.length = 0;
    const model = await open();
    expect(learnt).toHaveLength(1);
    expect(understand(model, 'ska hilang').candidates[0]?.id).toBe('ska-hilang');
  });

  it('keeps the newest few and nothing half written', async () => {
    for (let n = 2; n < 6; n++) await open(renamed(n));
    const files = await models();
    expect(files).toHaveLength(4);
    expect(files.every((file) => file.endsWith('.model'))).toBe(true);
  });

  it('says what went wrong in the worker', async () => {
    const broken = { ...corpus, entries: [{ id: 'x', phrasings: [{ text: null as unknown as string }] }] };
    await expect(open(broken)).rejects.toThrow('Cannot read properties of null');
  });
});
