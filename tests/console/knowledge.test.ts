import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentHash, fileRowsOf, loadKnowledge, mergeRow } from '../../src/knowledge/index.ts';
import { openKnowledgeStore } from '../../src/storage/index.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage } from '../support/testStorage.ts';
import { aMember, type ConsoleClient, theAdministrator } from './support/consoleClient.ts';

let app: TestApp;
let second: TestApp;
let administrator: ConsoleClient;
let editor: ConsoleClient;
let publisher: ConsoleClient;
let exporters: Exporter[];

beforeAll(async () => {
  app = await startTestApp();
  second = await startTestApp({ config: { databaseUrl: app.config.databaseUrl } });
  administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  editor = await aMember(app.url, administrator, 'penyunting@example.com', ['editor']);
  publisher = await aMember(app.url, administrator, 'penerbit@example.com', ['publisher']);
  exporters = [await anExporter(app.url), await anExporter(second.url)];
});
afterAll(async () => {
  await second.remove();
  await app.remove();
});

const ROW = '/knowledge/rows/entries/ska-cara-urus';
const DRAFT = '/drafts/entries/ska-cara-urus';

// biome-ignore lint/suspicious/noExplicitAny: rows of every table
async function write(who: ConsoleClient, change: (value: any) => void, key = 'ska-cara-urus') {
  const { live, draft } = (await who.call('GET', `/knowledge/rows/entries/${key}`)).body;
  const value = structuredClone(draft?.value ?? live.value);
  change(value);
  const body = { value, baseRevision: live.revision, version: draft?.version ?? 0 };
  return (await who.call('PUT', `/drafts/entries/${key}`, body)).body;
}

describe('the list', () => {
  it('finds entries by words with a typo, by area, and pages them', async () => {
    const { body } = await editor.call('GET', '/knowledge?words=surat%20keteragan%20asal&size=5');
    expect(body.rows).toHaveLength(5);
    expect(body.rows.some(({ key }: { key: string }) => key.startsWith('ska'))).toBe(true);
    const area = (await editor.call('GET', '/knowledge?area=ska&size=100')).body;
    expect(area.rows.every(({ key }: { key: string }) => /^ska[-.]/.test(key))).toBe(true);
    const page2 = (await editor.call('GET', '/knowledge?area=ska&size=10&page=2')).body;
    expect(page2.rows[0]).toEqual(area.rows[10]);
  });

  it.each(['agreements', 'destinations', 'products', 'regulations', 'liaisons', 'programmes', 'routes', 'terms'])(
    'shows and opens every row of %s by its key',
    async (table) => {
      const { rows, total } = (await editor.call('GET', `/knowledge?table=${table}&size=100`)).body;
      expect(total).toBeGreaterThan(0);
      const { key } = rows.at(-1);
      const row = await editor.call('GET', `/knowledge/rows/${table}/${encodeURIComponent(key)}`);
      expect(row.body).toMatchObject({ table, key });
    },
  );
});

describe('a draft', () => {
  it('goes from its writer by a second person to every exporter and every instance', async () => {
    const words = 'Kata-kata baru yang ditinjau dua orang.';
    const saved = await write(editor, (value) => {
      value.answer.id.short = words;
    });
    expect(saved).toEqual({ kind: 'saved', version: 1 });
    expect((await editor.call('POST', `${DRAFT}/publish`, { version: 1, reason: 'sendiri' })).status).toBe(403);
    const submitted = (await editor.call('POST', `${DRAFT}/submit`, { version: 1, note: 'mohon dicek' })).body;
    expect(submitted).toEqual({ kind: 'saved', version: 2 });
    const checked = (await publisher.call('POST', `${DRAFT}/check`, {})).body;
    expect(checked).toMatchObject({ changedCount: 0 });
    expect(checked.questionCount).toBeGreaterThan(1_000);
    const published = await publisher.call('POST', `${DRAFT}/publish`, { version: 2, reason: 'aturan baru' });
    expect(published.body.kind).toBe('published');
    for (const exporter of exporters) await untilSaid(exporter, words);
    const { live, draft, history, stale } = (await editor.call('GET', ROW)).body;
    expect([live.revision, draft, stale]).toEqual([2, null, 'en']);
    expect(history[0]).toMatchObject({ author: 'penerbit', reason: 'aturan baru', origin: 'staff' });
  });

  it('is not published by who wrote it while somebody else may', async () => {
    const { version } = await write(publisher, (value) => {
      value.answer.id.short = 'Ditulis sendiri.';
    });
    const { body } = await publisher.call('POST', `${DRAFT}/publish`, { version, reason: 'cepat saja' });
    expect(body).toEqual({ kind: 'second-person' });
    await publisher.call('POST', `${DRAFT}/discard`, { version });
  });

  it('tells two who edit at once, and overwrites nothing', async () => {
    const first = await write(editor, (value) => {
      value.answer.id.short = 'Dari penyunting.';
    });
    expect(first.kind).toBe('saved');
    const stale = { value: null, baseRevision: 2, version: 0 };
    const { body } = await publisher.call('PUT', DRAFT, stale);
    expect(body.kind).toBe('conflict');
    expect(body.draft).toMatchObject({ editedBy: 'penyunting', isMine: false });
    expect(body.draft.value.answer.id.short).toBe('Dari penyunting.');
  });

  it('is refused when the row was published meanwhile', async () => {
    const { draft } = (await editor.call('GET', ROW)).body;
    const restored = await publisher.call('POST', `${ROW}/restore`, { revision: 1, reason: 'kembali' });
    expect(restored.body.kind).toBe('published');
    const { body } = await publisher.call('POST', `${DRAFT}/publish`, { version: draft.version, reason: 'terlambat' });
    expect(body).toEqual({ kind: 'conflict' });
    await editor.call('POST', `${DRAFT}/discard`, { version: draft.version });
  });

  it('is blocked with the place of each error', async () => {
    const { version } = await write(editor, (value) => {
      value.sources = ['aturan-yang-tidak-ada'];
      value.related = ['entri-yang-tidak-ada'];
      value.answer.en.short = 'Call {{liaisons.tidak-ada.phone}}.';
    });
    const { body } = await editor.call('POST', `${DRAFT}/submit`, { version });
    expect(body.kind).toBe('blocked');
    const codes = body.findings.map(({ code, path }: { code: string; path: string[] }) => [code, path.join('.')]);
    expect(codes).toEqual(
      expect.arrayContaining([
        ['unknown-source', 'sources.0'],
        ['unknown-row', 'related.0'],
        ['unknown-reference', 'answer.en.short'],
      ]),
    );
    await editor.call('POST', `${DRAFT}/discard`, { version });
  });

  it('that takes the phrasing of another entry is blocked; one that changes answers must be accepted', async () => {
    const other = (await editor.call('GET', '/knowledge/rows/entries/ska-manfaat')).body.live?.value;
    expect(other).toBeDefined();
    const { version } = await write(editor, (value) => value.phrasings.id.push(other.phrasings.id[0]));
    const { body } = await editor.call('POST', `${DRAFT}/submit`, { version });
    expect(body.findings).toContainEqual(expect.objectContaining({ code: 'shared-phrasing', level: 'error' }));
    await editor.call('POST', `${DRAFT}/discard`, { version });
  });

  it('is published when its time comes', async () => {
    const { version } = await write(editor, (value) => {
      value.answer.id.short = 'Berlaku nanti.';
    });
    const past = new Date(Date.now() - 1_000).toISOString();
    const body = { version, reason: 'berlaku besok', publishAt: past };
    expect((await publisher.call('POST', `${DRAFT}/publish`, body)).body.kind).toBe('scheduled');
    await untilSaid(exporters[0] as Exporter, 'Berlaku nanti.', 40_000);
  });
});

describe('trying', () => {
  it('answers with a draft that nobody else sees, and says why', async () => {
    const { version } = await write(editor, (value) => {
      value.answer.id.short = 'Hanya dalam rancangan.';
    });
    const question = 'bagaimana cara mengurus SKA';
    const draft = { table: 'entries', key: 'ska-cara-urus' };
    const tried = (await editor.call('POST', '/try', { question, draft })).body;
    expect(tried.entry).toBe('ska-cara-urus');
    expect(tried.replies[0].text).toContain('Hanya dalam rancangan.');
    expect(tried.explanation.candidates[0]).toMatchObject({ id: 'ska-cara-urus' });
    expect((await editor.call('POST', '/try', { question })).body.replies[0].text).not.toContain('Hanya dalam');
    await editor.call('POST', `${DRAFT}/discard`, { version });
  });
});

describe('a changed file', () => {
  const KEPT = 'entries/ska-transit';
  const REFUSED = 'entries/ska-dua-form';
  const RETIRED = 'documents/fta-s57';
  const NEW_WORDS = 'Kata baru dari berkas.';
  const shortOf = (value: { answer: { id: { short: string } } }) => value.answer.id.short;
  const proposals = async () => (await editor.call('GET', '/reviews')).body.proposals;
  const rowOf = async (name: string) => (await editor.call('GET', `/knowledge/rows/${name}`)).body;
  const settle = async (name: string, isAccepted: boolean) =>
    (await publisher.call('POST', `/proposals/${name}`, { isAccepted, reason: 'dari berkas' })).body.kind;

  async function publish(name: string, version: number) {
    const body = { version, reason: 'dari berkas', acceptedChanges: true };
    return (await administrator.call('POST', `/drafts/${name}/publish`, body)).body.kind;
  }

  /** As an upgrade does at its start: the shipped files, with new words in these rows. */
  async function upgrade() {
    const storage = await openTestStorage(app.config.databaseUrl);
    const files = fileRowsOf(loadKnowledge('knowledge')).map((file) => {
      const value = changedByUpgrade(`${file.table}/${file.key}`, structuredClone(file.value));
      return { ...file, value, hash: contentHash(value) };
    });
    const report = await openKnowledgeStore(storage.db).mergeFiles(files, mergeRow, new Date());
    await storage.close();
    return report;
  }

  // biome-ignore lint/suspicious/noExplicitAny: rows of two tables
  function changedByUpgrade(name: string, value: any) {
    if (name === RETIRED) value.title.id = NEW_WORDS;
    if (name === KEPT || name === REFUSED) value.answer.id.short = NEW_WORDS;
    return value;
  }

  it('of a row that staff had changed waits until it is accepted or refused, and is asked about once', async () => {
    for (const name of [KEPT, REFUSED]) {
      const change = (value: { answer: { id: { short: string } } }) => {
        value.answer.id.short = 'Kata petugas.';
      };
      const { version } = await write(editor, change, name.split('/')[1]);
      expect(await publish(name, version)).toBe('published');
    }
    const away = { value: null, baseRevision: 1, version: 0 };
    const { version } = (await editor.call('PUT', `/drafts/${RETIRED}`, away)).body;
    expect(await publish(RETIRED, version)).toBe('published');
    expect((await upgrade()).proposed).toBe(3);
    const waiting: { table: string; key: string }[] = await proposals();
    const names = waiting.map(({ table, key }) => `${table}/${key}`);
    expect(names.sort()).toEqual([RETIRED, REFUSED, KEPT]);

    expect(await settle(KEPT, true)).toBe('accepted');
    expect(await settle(KEPT, true)).toBe('unknown');
    const { live, draft } = await rowOf(KEPT);
    expect([shortOf(live.value), shortOf(draft.value)]).toEqual(['Kata petugas.', NEW_WORDS]);
    expect(draft).toMatchObject({ state: 'in-review', note: 'dari berkas' });
    expect(await publish(KEPT, draft.version)).toBe('published');

    expect(await settle(REFUSED, false)).toBe('refused');
    expect(shortOf((await rowOf(REFUSED)).live.value)).toBe('Kata petugas.');
    expect(await upgrade()).toEqual({ added: 0, revised: 0, retired: 0, proposed: 0 });
    expect(await proposals()).toHaveLength(1);
  });

  it('of a row that staff had retired brings it back once that is published', async () => {
    const list = async () => (await editor.call('GET', '/knowledge?table=documents&state=retired')).body.rows;
    expect(await list()).toEqual([expect.objectContaining({ key: 'fta-s57', isRetired: true, revision: 2 })]);
    expect(await settle(RETIRED, true)).toBe('accepted');
    expect(await publish(RETIRED, (await rowOf(RETIRED)).draft.version)).toBe('published');
    expect(await list()).toEqual([]);
    expect((await rowOf(RETIRED)).live.revision).toBe(3);
  });
});

/** Asks anew until the new words are there, no faster than a person is allowed to ask (20 times in 30 seconds). */
async function untilSaid(exporter: Exporter, words: string, patienceMs = 10_000): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const [reply] = await exporter.post({ type: 'message', text: 'x', value: { do: 'ask', entry: 'ska-cara-urus' } });
    if (reply?.text.includes(words)) return;
    if (Date.now() > until) throw new Error(`still says ${reply?.text}`);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}
