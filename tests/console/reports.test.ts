import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import readXlsxFile from 'read-excel-file/node';
import { harmless } from '../../src/console/server/excel/harmless.ts';
import { obstacleRegister } from '../../src/console/server/reports/obstacleRegister.ts';
import { regionOf } from '../../src/console/server/reports/regions.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { keepAsked } from './support/askedTurns.ts';
import { aMember, type ConsoleClient, theAdministrator } from './support/consoleClient.ts';
import { keepCase } from './support/keptCase.ts';

/** 10.00 WIB. */
const NOW = new Date('2026-10-20T03:00:00Z');
const OCTOBER = 'from=2026-10-01&until=2026-10-31';

let app: TestApp;
let storage: TestStorage;
let administrator: ConsoleClient;
let viewer: ConsoleClient;

beforeAll(async () => {
  app = await startTestApp();
  storage = await openTestStorage(app.config.databaseUrl);
  administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  viewer = await aMember(app.url, administrator, 'pembaca@example.com', ['viewer']);
  const slots = { destination: ['JP', 'KR'], product: ['kopi'] };
  await keepAsked(
    storage.db,
    [
      { question: 'form apa ke jepang', decision: 'brief', entry: 'ska-cara-urus', slots, thumb: 'up', times: 2 },
      { question: 'which form', language: 'en', channel: 'whatsapp', daysAgo: 3 },
      { question: 'halo', decision: 'small-talk' },
      { question: 'bulan lalu', daysAgo: 30 },
      { question: 'form', decision: 'clarify' },
    ],
    NOW,
  );
  const talk = await storage.db
    .selectFrom('turns')
    .select('conversation_key')
    .where('question', '=', 'form')
    .executeTakeFirstOrThrow();
  await storage.db
    .insertInto('turns')
    .values({
      ...{
        ...talk,
        turn_id: '2.1',
        question: 'form',
        language: 'id',
        decision: 'answer',
        answered_at: new Date(NOW.getTime() + 1_000),
      },
      ...{ entry_id: 'ska-manfaat', entry_revision: null, entry_checked_on: null, confidence: null, explanation: null },
    })
    .execute();
  for (let n = 0; n < 6; n++)
    await keepCase(storage.db, { personal: { problem: 'ditolak', company: `CV ${n}, Kudus` } }, NOW);
  await keepCase(storage.db, { personal: { problem: 'ditolak', company: 'CV Satu, Solo' } }, NOW);
});
afterAll(async () => {
  await storage.close();
  await app.remove();
});

const report = async () => (await viewer.call('GET', `/reports?${OCTOBER}`)).body;

describe('a report', () => {
  it('counts a choice and the answer to it as one question', async () => {
    expect((await report()).totals).toEqual({
      ...{ questions: 4, talks: 4, atOnce: 2, afterChoice: 1, leftAtChoice: 0, unanswered: 1 },
      ...{ thumbsUp: 2, thumbsDown: 0, cases: 7, casesClosed: 0 },
    });
  });

  it('counts by day of WIB, language, channel, area, product and destination', async () => {
    const { byDay, byLanguage, byChannel, byArea, byProduct, byDestination } = await report();
    expect(byDay.map(({ key, count }: { key: string; count: number }) => [key, count])).toEqual([
      ['2026-10-17', 1],
      ['2026-10-20', 3],
    ]);
    expect(byLanguage).toEqual([
      expect.objectContaining({ key: 'id', count: 3 }),
      expect.objectContaining({ key: 'en' }),
    ]);
    expect(byChannel.map(({ key }: { key: string }) => key)).toEqual(['web', 'whatsapp']);
    expect(byArea).toEqual([expect.objectContaining({ key: 'ska', count: 3 })]);
    expect(byProduct).toEqual([expect.objectContaining({ key: 'kopi', count: 2 })]);
    expect(byDestination).toEqual([
      expect.objectContaining({ name: 'Jepang', count: 2 }),
      expect.objectContaining({ key: 'KR', count: 2 }),
    ]);
  });

  it('shows units with their cases, and no cell of fewer than five firms', async () => {
    const { units, obstacles, hiddenObstacles } = await report();
    expect(units).toEqual([expect.objectContaining({ cases: 7, acceptHours: null, kept: 0 })]);
    expect(obstacles).toEqual([expect.objectContaining({ region: 'Kabupaten Kudus', firms: 6, cases: 6 })]);
    expect(hiddenObstacles).toBe(1);
    expect((await report()).results).toEqual({ resolved: 0, unresolved: 0, values: [] });
    const [{ case_number }] = (await storage.db.selectFrom('cases').select('case_number').limit(1).execute()) as [
      { case_number: string },
    ];
    const closed = { closed_at: NOW, is_resolved: true, export_value: 12_500.5, export_currency: 'USD' };
    await storage.db.updateTable('cases').set(closed).where('case_number', '=', case_number).execute();
    expect((await report()).results).toEqual({
      ...{ resolved: 1, unresolved: 0, values: [{ currency: 'USD', amount: 12_500.5, cases: 1 }] },
    });
    const undone = { closed_at: null, is_resolved: null, export_value: null, export_currency: null };
    await storage.db.updateTable('cases').set(undone).where('case_number', '=', case_number).execute();
    expect(JSON.stringify(await report())).not.toContain('CV ');
  });

  it('is an Excel file too', async () => {
    const { headers, body } = await viewer.call('GET', `/reports/file?${OCTOBER}`);
    expect(headers.get('content-disposition')).toContain('laporan-fta-center-2026-10-01-2026-10-31.xlsx');
    const sheets = await readXlsxFile(body);
    expect(JSON.stringify(sheets)).toContain('Terjawab setelah memilih');
    expect(JSON.stringify(sheets)).toContain('Kabupaten Kudus');
  });

  it('takes no period that ends before it begins, or is longer than a year', async () => {
    for (const period of ['from=2026-10-02&until=2026-10-01', 'from=2024-01-01&until=2026-10-01', 'from=x'])
      expect((await viewer.call('GET', `/reports?${period}`)).status).toBe(400);
  });

  it('holds a hundred thousand talks', async () => {
    await sql`insert into exporters (exporter_key, channel, created_at, seen_at)
      select 'e' || n, 'web', ${NOW}::timestamptz, ${NOW}::timestamptz from generate_series(1, 100000) n`.execute(
      storage.db,
    );
    await sql`insert into conversations (conversation_key, exporter_key, channel, last_stamped_at, created_at)
      select 'c' || n, 'e' || n, 'web', ${NOW}::timestamptz, ${NOW}::timestamptz from generate_series(1, 100000) n`.execute(
      storage.db,
    );
    await sql`insert into turns (conversation_key, turn_id, question, language, decision, entry_id, explanation, answered_at)
      select 'c' || n, '1', 'pertanyaan ' || n % 500, 'id', case when n % 10 = 0 then 'unresolved' else 'answer' end, 'ska-manfaat',
        '{"slots":{"product":["kopi"]}}', now() - (n % 30) * interval '1 day' from generate_series(1, 100000) n`.execute(
      storage.db,
    );
    await sql`insert into activities (conversation_key, sequence, direction, visible, activity, stored_at)
      select 'c' || n, s, case when s % 2 = 1 then 'in' else 'out' end, true, '{"type":"message","text":"halo"}', now()
      from generate_series(1, 100000) n, generate_series(1, 2) s`.execute(storage.db);
    await sql`insert into cases (case_number, channel, language, state, door, subject, topic, is_urgent, needs_coordination,
        is_shared, suggested_unit, personal, opened_at, due_at)
      select 'FTA-2025-' || lpad(n::text, 5, '0'), 'web', 'id',
        (array['open', 'with-liaison', 'waiting-for-exporter', 'answered', 'closed'])[1 + n % 5], 'unsolved', 'ska//', 'ska',
        n % 50 = 0, false, true, 'desk', '{"problem":"SKA ditolak","transcript":[]}', now() - n * interval '1 hour',
        now() + (n % 200 - 100) * interval '1 hour' from generate_series(1, 5000) n`.execute(storage.db);
    await sql`insert into audit (happened_at, actor_kind, actor, act, case_number, detail)
      select now() - n * interval '1 minute', 'liaison', 'desk', 'case.looked-at', 'FTA-2025-00001', '{}'
      from generate_series(1, 100000) n`.execute(storage.db);
    await sql`analyze`.execute(storage.db);
    const from = new Date(Date.now() - 31 * 86_400_000).toISOString().slice(0, 10);
    const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const paths = [
      ...[`/reports?from=${from}&until=${until}`, '/unanswered', '/today', '/talks', '/talks?page=3000&size=25'],
      ...['/talks?words=pertanyaan+77', '/talks?only=waiting', '/talks?only=failed', '/cases?only=unclosed'],
      ...['/cases?state=open&page=50&size=20', '/cases?words=ditolak', '/audit', '/audit?words=daglu&by=all'],
    ];
    for (const path of paths) {
      const begun = performance.now();
      const { status } = await administrator.call('GET', path);
      process.stderr.write(`100,000 talks, ${path}: ${Math.round(performance.now() - begun)} ms\n`);
      expect(status).toBe(200);
    }
  });
});

describe('regionOf', () => {
  it.each([
    ['CV Sari Rasa, Kudus', 'Kabupaten Kudus'],
    ['UD Maju - kota semarang', 'Kota Semarang'],
    ['UD Maju, Semarang', 'Semarang (kota/kabupaten)'],
    ['UD Maju, Kab. Semarang', 'Kabupaten Semarang'],
    ['PT Batik Solo', 'Kota Surakarta'],
    ['Salatiga', 'Kota Salatiga'],
    ['CV Patimura, Bandung', null],
    [null, null],
  ])('reads %s as %s', (company, region) => expect(regionOf(company)).toBe(region));
});

const UNTOLD = { isResolved: null, amount: null, currency: null };

describe('obstacleRegister', () => {
  it('counts firms, not cases', () => {
    const cases = Array.from({ length: 9 }, () => ({
      firm: 'a',
      agreement: null,
      product: 'kopi',
      company: 'Kudus',
      ...UNTOLD,
    }));
    expect(obstacleRegister(cases)).toEqual({ shown: [], hidden: 1 });
  });

  it('adds up what was exported by currency, where at least five firms told it', () => {
    const told = {
      agreement: null,
      product: 'kopi',
      company: 'Kudus',
      isResolved: true,
      amount: 1_000,
      currency: 'USD',
    };
    const cases = [
      ...Array.from({ length: 5 }, (_, n) => ({ ...told, firm: `${n}` })),
      { ...told, firm: '5', currency: 'IDR', isResolved: false },
      { ...told, firm: '6', ...UNTOLD },
    ];
    const { shown } = obstacleRegister(cases);
    expect(shown).toMatchObject([{ firms: 7, cases: 7, resolved: 5, values: [{ currency: 'USD', amount: 5_000 }] }]);
  });
});

describe('harmless', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('takes the sting out of %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });
  it('leaves words alone', () => expect(harmless('Kopi = arabika')).toBe('Kopi = arabika'));
});
