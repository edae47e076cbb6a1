import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pack } from '../../src/console/server/excel/zip.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { aMember, type ConsoleClient, theAdministrator } from './support/consoleClient.ts';
import { aWorkbook, openWorkbook, type Sheets, type Written } from './support/workbook.ts';

// Each import is read in a thread of its own; on a busy machine that takes its time.
jest.setTimeout(180_000);

let app: TestApp;
let editor: ConsoleClient;
let importer: ConsoleClient;
let reviewer: ConsoleClient;

beforeAll(async () => {
  app = await startTestApp();
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  editor = await aMember(app.url, administrator, 'penyunting@example.com', ['editor']);
  importer = await aMember(app.url, administrator, 'pengimpor@example.com', ['publisher']);
  reviewer = await aMember(app.url, administrator, 'peninjau@example.com', ['publisher']);
});
afterAll(() => app.remove());

const HERE = { 'content-type': 'application/octet-stream' };

const preview = async (file: Uint8Array) => (await importer.call('POST', '/excel/preview', file, HERE)).body;
const previewOf = async (sheets: Sheets) => (await preview(await aWorkbook(sheets))).preview;
const download = async (table: string, who = editor) => (await who.call('GET', `/excel?table=${table}`)).body;
const rowOf = async (table: string, key: string) => {
  const { body } = await editor.call('GET', `/knowledge/rows/${table}/${encodeURIComponent(key)}`);
  return body;
};

/** @param plan what the preview has named, where it was looked at already */
async function apply(file: Uint8Array, plan?: string) {
  const named = plan ?? (await preview(file)).preview.plan;
  const address = `/excel/apply?plan=${named}&reason=Daftar%20dari%20rapat`;
  return (await importer.call('POST', address, file, HERE)).body;
}

// biome-ignore lint/suspicious/noExplicitAny: previews as they come
const places = (read: any) => read.faults.map(({ sheet, cell }: any) => `${sheet}!${cell}`);

describe('a workbook', () => {
  it('of everything comes back without a change', async () => {
    const read = (await preview(await download('all'))).preview;
    expect(read.counts).toMatchObject({ added: 0, changed: 0, conflicts: 0, faulty: 0, waiting: 0 });
    expect(read.counts.unchanged).toBeGreaterThan(1_400);
    expect([read.rows, read.faults, read.unknown, read.emptied.count]).toEqual([[], [], [], 0]);
  });

  it('has frozen titles in Indonesian, a hidden line of names and a revision for each row', async () => {
    const answer = await editor.call('GET', '/excel?table=products');
    expect(answer.headers.get('content-disposition')).toMatch(/fta-center-products-\d{4}-\d\d-\d\d\.xlsx/);
    const { sheets } = await openWorkbook(answer.body);
    expect(Object.keys(sheets).slice(0, 3)).toEqual(['Petunjuk', 'Produk', 'Produk - Kode HS']);
    const [titles, names, first] = sheets.Produk ?? [];
    expect(titles?.slice(0, 3)).toEqual(['Kunci', 'Revisi (jangan diubah)', 'Nama (Indonesia)']);
    expect(names?.slice(0, 3)).toEqual(['#products', '#revision', 'name.id']);
    expect(first?.[1]).toBe(1);
  });

  it('is for publishers to bring back, and for everybody to take', async () => {
    expect((await editor.call('POST', '/excel/preview', await download('terms'), HERE)).status).toBe(403);
  });

  it('of another table than there is does not exist', async () => {
    expect((await editor.call('GET', '/excel?table=staff_members')).status).toBe(404);
  });
});

describe('an import', () => {
  const head = ['Kunci', 'Istilah (Indonesia)', 'Istilah (Inggris)', 'Sebutan lain', 'Sebutan bermakna ganda'];
  const meaning = ['Arti (Indonesia)', 'Arti (Inggris)', 'Arti: Dikonfirmasi petugas', 'Arti: Sumber'];
  const titles = [...head, ...meaning, 'Arti: Berlaku sampai', 'Pertanyaan lanjutan'];
  /** Columns from 0: which cell is spoilt, and by what. */
  const SPOILT: readonly (readonly [number, Written])[] = [
    [2, null],
    [5, { formula: '="a"&"b"' }],
    [7, 'mungkin'],
    [8, 'sumber-yang-tidak-ada'],
    [9, 'lusa'],
    [10, 'entri-yang-tidak-ada'],
    [0, 'Kunci dengan spasi'],
    [8, null],
  ];
  const aTerm = (n: number): Written[] => [
    ...[`istilah-${n}`, `Istilah ${n}`, `Term ${n}`, `sebutan ${n}\nsebutan lain ${n}`, null],
    ...[`Arti ke-${n}.`, `Meaning ${n}.`, 'ya', 'permendag-24-2018', null, null],
  ];

  it('of 2,000 rows tells each of 40 faulty cells and writes the others once', async () => {
    const rows = Array.from({ length: 2_000 }, (_, n) => aTerm(n));
    const wrong = Array.from({ length: 40 }, (_, n) => {
      const [column, value] = SPOILT[n % SPOILT.length] ?? [0, null];
      const row = n * 50;
      const written = column === 0 ? `${value} ${n}` : value;
      rows[row] = (rows[row] ?? []).with(column, written);
      return `Istilah!${String.fromCharCode(65 + column)}${row + 2}`;
    });
    const file = await aWorkbook({ Istilah: [titles, ...rows] });
    const read = (await preview(file)).preview;
    expect(places(read).sort()).toEqual(wrong.sort());
    expect(read.counts).toEqual({ added: 1_960, changed: 0, unchanged: 0, waiting: 0, conflicts: 0, faulty: 40 });
    expect((await editor.call('GET', '/reviews')).body.bundles).toEqual([]);

    const applied = await apply(file, read.plan);
    expect(applied).toMatchObject({ kind: 'applied', drafts: 1_960 });
    expect((await preview(file)).preview.counts).toMatchObject({ added: 0, waiting: 1_960, faulty: 40 });
    expect(await apply(file, read.plan)).toEqual({ kind: 'applied', drafts: 0, bundle: null });

    const { bundles, drafts } = (await editor.call('GET', '/reviews')).body;
    expect([bundles.length, drafts.length]).toEqual([1, 0]);
    expect(bundles[0]).toMatchObject({ count: 1_960, note: 'Daftar dari rapat', editedBy: 'pengimpor', isMine: false });
    const page = (await editor.call('GET', `/bundles/${applied.bundle}?page=3&size=25`)).body;
    expect([page.rows.length, page.total]).toEqual([25, 1_960]);
    const { body } = await reviewer.call('POST', `/bundles/${applied.bundle}/discard`, {});
    expect(body).toEqual({ count: 1_960 });
    expect((await rowOf('terms', 'istilah-1')).error.code).toBe('NotFound');
  });

  it('says what to do about each kind of fault', async () => {
    const rows = SPOILT.map(([column, value], n) => aTerm(n).with(column, value));
    const { faults } = await previewOf({ Istilah: [titles, ...rows, aTerm(1)] });
    const codes = Object.fromEntries(faults.map(({ cell, code }: { cell: string; code: string }) => [cell, code]));
    expect(codes).toMatchObject({ F3: 'formula', H4: 'not-yes-no', I5: 'unknown-source', J6: 'not-a-day' });
    expect(codes).toMatchObject({ K7: 'unknown-row', A10: 'key-twice', C2: null, A8: null, I9: null });
  });

  it('leaves rows, columns and cells that the file does not name as they are', async () => {
    const before = (await rowOf('entries', 'ska-manfaat')).live.value;
    const file = await aWorkbook({
      Jawaban: [
        ['Judul (Indonesia)', 'Kunci', 'Judul (Inggris)', 'Warna kesukaan'],
        ['Manfaat SKA bagi Anda', 'ska-manfaat', null, 'biru'],
      ],
      Belanja: [['beras']],
    });
    const read = (await preview(file)).preview;
    expect(read.unknown).toEqual([
      { sheet: 'Jawaban', cell: 'D1', name: 'Warna kesukaan' },
      { sheet: 'Belanja', cell: null, name: 'Belanja' },
    ]);
    expect(read.emptied).toEqual({ count: 1, places: ['Jawaban!C2'] });
    expect(read.rows[0].changes).toEqual([
      { path: ['title', 'id'], before: before.title.id, after: 'Manfaat SKA bagi Anda', cell: 'Jawaban!A2' },
    ]);
    const { bundle } = await apply(file, read.plan);
    const { draft, live } = await rowOf('entries', 'ska-manfaat');
    expect(draft.value).toEqual({ ...before, title: { ...before.title, id: 'Manfaat SKA bagi Anda' } });
    expect(live.value).toEqual(before);
    await reviewer.call('POST', `/bundles/${bundle}/discard`, {});
  });

  it('changes, adds and removes items of lists, and empties a field only when told to', async () => {
    const file = await openWorkbook(await download('products'));
    const hs = file.sheets['Produk - Kode HS'] ?? [];
    const before = (await rowOf('products', 'abon')).live.value;
    const names = hs[1] ?? [];
    const at = (name: string) => names.indexOf(name);
    const own = hs.filter(([key]) => key === 'abon');
    (own[0] as Written[])[at('covers.id')] = 'Abon pilihan';
    (own[1] as Written[])[at('#remove')] = 'x';
    const added: Written[] = names.map(() => null);
    for (const [name, value] of [
      ...[
        ['#products.hs', 'abon'],
        ['code', '2101.11'],
        ['covers.id', 'Ekstrak lain'],
      ],
      ...[
        ['covers.en', 'Other extracts'],
        ['sources', before.hs[0].sources.join('\n')],
      ],
    ] as const)
      added[at(String(name))] = String(value);
    hs.push(added);
    file.set('Produk', 'abon', 'related', '(kosong)');
    const bytes = await file.write();
    const read = (await preview(bytes)).preview;
    expect(read.faults).toEqual([]);
    expect(read.counts).toMatchObject({ changed: 1, faulty: 0 });
    const { bundle } = await apply(bytes, read.plan);
    const { value } = (await rowOf('products', 'abon')).draft;
    expect(value.related).toEqual([]);
    expect(value.hs).toHaveLength(before.hs.length);
    expect(value.hs[0]).toEqual({ ...before.hs[0], covers: { ...before.hs[0].covers, id: 'Abon pilihan' } });
    expect(value.hs.at(-1)).toMatchObject({ code: '2101.11', confirmed: false });
    expect({ ...value, hs: 0, related: 0 }).toEqual({ ...before, hs: 0, related: 0 });
    await reviewer.call('POST', `/bundles/${bundle}/discard`, {});
  });

  it('keeps texts that look like formulas or scripts as texts, out and back', async () => {
    const evil = ['=HYPERLINK("http://evil.example")', '+62 24', "-1'", '@SUM(A1)', '<img src=x onerror=alert(1)>'];
    const rows = evil.map((words, n) => [`jahat-${n}`, words, words, words, 'resmi']);
    const sources = ['Kunci', 'Judul (Indonesia)', 'Judul (Inggris)', 'Penerbit', 'Tingkat'];
    const { bundle } = await apply(await aWorkbook({ 'Dokumen sumber': [sources, ...rows] }));
    const { mark } = (await reviewer.call('GET', `/bundles/${bundle}`)).body;
    const accepted = { mark, reason: 'uji tulisan', acceptedChanges: true };
    expect((await reviewer.call('POST', `/bundles/${bundle}/publish`, accepted)).body.kind).toBe('published');
    const file = await download('documents');
    const { sheets } = await openWorkbook(file);
    const written = (sheets['Dokumen sumber'] ?? []).filter(([key]) => String(key).startsWith('jahat-'));
    expect(written.map(([, , shown]) => String(shown).replace(/^'/, ''))).toEqual(evil);
    for (const [, , shown] of written) expect(String(shown)).not.toMatch(/^[=+\-@\t\r]/);
    for (const [n, words] of evil.entries())
      expect((await rowOf('documents', `jahat-${n}`)).live.value.title.id).toBe(words);
    expect((await preview(file)).preview.counts).toMatchObject({ changed: 0, added: 0, faulty: 0 });
  });
});

describe('an import beside editors', () => {
  it('leaves a row alone that was published or begun since, and one that the file does not change', async () => {
    const file = await openWorkbook(await download('entries'));
    const [mine, theirs, begun] = ['ska-manfaat', 'ska-cara-urus', 'ska-terlambat'];
    await publishShort(theirs as string, 'Sudah diubah petugas.');
    await publishShort('ska-dua-form', 'Diubah petugas, dan tidak di berkas.');
    const { live } = await rowOf('entries', begun as string);
    const draft = { value: { ...live.value, title: { id: 'Sedang ditulis', en: 'x' } }, baseRevision: 1, version: 0 };
    await editor.call('PUT', `/drafts/entries/${begun}`, draft);
    for (const key of [mine, theirs, begun]) file.set('Jawaban', String(key), 'title.id', `Dari berkas: ${key}`);
    const bytes = await file.write();
    const read = (await preview(bytes)).preview;
    expect(read.counts).toMatchObject({ changed: 1, conflicts: 2, faulty: 0 });
    const conflicts = read.rows.filter(({ kind }: { kind: string }) => kind === 'conflict');
    expect(Object.fromEntries(conflicts.map(({ key, conflict }: never) => [key, conflict]))).toEqual({
      [theirs as string]: { kind: 'moved', revision: 2 },
      [begun as string]: { kind: 'draft', by: 'penyunting' },
    });
    const { bundle } = await apply(bytes, read.plan);
    expect((await rowOf('entries', begun as string)).draft.value.title.id).toBe('Sedang ditulis');
    expect((await rowOf('entries', theirs as string)).draft).toBeNull();
    await reviewer.call('POST', `/bundles/${bundle}/discard`, {});
  });

  it('writes nothing when what was looked at is no longer what would be written', async () => {
    const bytes = await aWorkbook({
      Istilah: [
        ['Kunci', 'Istilah (Indonesia)'],
        ['fob', 'FOB baru'],
      ],
    });
    const { plan } = (await preview(bytes)).preview;
    const { live } = await rowOf('terms', 'fob');
    const draft = { value: live.value, baseRevision: live.revision, version: 0 };
    await editor.call('PUT', '/drafts/terms/fob', draft);
    const address = `/excel/apply?plan=${plan}&reason=terlambat`;
    const other = await aWorkbook({
      Istilah: [
        ['Kunci', 'Istilah (Indonesia)'],
        ['fob', 'x'],
        ['cif', 'CIF baru'],
      ],
    });
    expect((await importer.call('POST', address, other, HERE)).body.kind).toBe('changed');
    expect((await rowOf('terms', 'cif')).draft).toBeNull();
    await editor.call('POST', '/drafts/terms/fob/discard', { version: 1 });
  });

  it('is reviewed, blocked and published as one, by a second person', async () => {
    const bytes = await aWorkbook({
      Jawaban: [
        ['Kunci', 'Jawaban: Jawaban singkat (Indonesia)'],
        ['ska-manfaat', 'Bea masuk pembeli lebih rendah.'],
        ['ska-terlambat', 'Masih bisa terbit susulan.'],
      ],
    });
    await editor.call('POST', '/drafts/entries/ska-terlambat/discard', { version: 1 });
    const { bundle } = await apply(bytes);
    const { mark } = (await reviewer.call('GET', `/bundles/${bundle}`)).body;
    const body = { mark, reason: 'sudah dicocokkan' };
    expect((await importer.call('POST', `/bundles/${bundle}/publish`, body)).body).toEqual({ kind: 'second-person' });
    const checked = (await reviewer.call('POST', `/bundles/${bundle}/check`, {})).body;
    expect(checked).toMatchObject({ changedCount: 0 });
    expect(checked.findings.filter(({ level }: { level: string }) => level === 'error')).toEqual([]);
    expect((await editor.call('POST', `/bundles/${bundle}/publish`, body)).status).toBe(403);
    expect((await reviewer.call('POST', `/bundles/${bundle}/publish`, { ...body, mark: 'x' })).body.kind).toBe(
      'conflict',
    );
    expect((await reviewer.call('POST', `/bundles/${bundle}/publish`, body)).body.kind).toBe('published');
    const { live, history } = await rowOf('entries', 'ska-manfaat');
    expect(live.value.answer.id.short).toBe('Bea masuk pembeli lebih rendah.');
    expect(history[0]).toMatchObject({ author: 'peninjau', origin: 'import', reason: 'sudah dicocokkan' });
    expect((await preview(bytes)).preview.counts).toMatchObject({ unchanged: 2, changed: 0 });
    expect((await reviewer.call('GET', `/bundles/${bundle}`)).status).toBe(404);
  });

  it('takes a draft out of the bundle that somebody goes on writing', async () => {
    const bytes = await aWorkbook({
      Istilah: [
        ['Kunci', 'Istilah (Indonesia)'],
        ['fob', 'FOB baru'],
        ['cif', 'CIF baru'],
      ],
    });
    const { bundle } = await apply(bytes);
    const { draft } = await rowOf('terms', 'fob');
    await editor.call('PUT', '/drafts/terms/fob', { value: draft.value, baseRevision: 1, version: draft.version });
    expect((await reviewer.call('GET', `/bundles/${bundle}`)).body.total).toBe(1);
    await reviewer.call('POST', `/bundles/${bundle}/discard`, {});
    expect((await rowOf('terms', 'fob')).draft.version).toBe(2);
    await editor.call('POST', '/drafts/terms/fob/discard', { version: 2 });
  });
});

describe('a file that is none of ours', () => {
  it('is refused with what to do: no workbook, too large unpacked, too far out', async () => {
    expect(await preview(Buffer.from('Kunci;Judul'))).toEqual({ kind: 'unreadable', code: 'not-xlsx' });
    expect(await preview(pack([{ name: 'a.txt', bytes: Buffer.from('x') }]))).toMatchObject({ code: 'not-xlsx' });
    expect(await preview(aBomb())).toEqual({ kind: 'unreadable', code: 'too-big' });
    const far = await aWorkbook({ Istilah: Array.from({ length: 20_010 }, () => ['x']) });
    expect(await preview(far)).toEqual({ kind: 'unreadable', code: 'too-many-rows' });
  });

  it('is not read at all beyond eight megabytes', async () => {
    expect((await importer.call('POST', '/excel/preview', new Uint8Array(9 * 1024 * 1024), HERE)).status).toBe(413);
  });
});

/** An archive of a few kilobytes that says of its sheet that it is small, and holds 200 MB of it. */
function aBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(200 * 1024 * 1024, ' '));
  const archive = pack([{ name: 'xl/workbook.xml', bytes: packed }]);
  const entry = archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  archive.writeUInt16LE(8, entry + 10);
  archive.writeUInt16LE(8, 8);
  return archive;
}

async function publishShort(key: string, short: string): Promise<void> {
  const { live } = await rowOf('entries', key);
  const { answer } = live.value;
  const value = { ...live.value, answer: { ...answer, id: { ...answer.id, short } } };
  await editor.call('PUT', `/drafts/entries/${key}`, { value, baseRevision: live.revision, version: 0 });
  await editor.call('POST', `/drafts/entries/${key}/submit`, { version: 1 });
  const body = { version: 2, reason: 'lebih jelas', acceptedChanges: true };
  const { kind } = (await reviewer.call('POST', `/drafts/entries/${key}/publish`, body)).body;
  if (kind !== 'published') throw new Error(`${key} is ${kind}`);
}
