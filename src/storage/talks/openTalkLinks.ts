import { sql, type Transaction } from 'kysely';
import type { LinkOutcome, TalkLinks } from '../../conversation/talkStore.ts';
import type { Tables } from '../tables.ts';

type Work = Transaction<Tables>;

/** A code has 32 bits: guessing it in the time it counts needs a hundred million attempts, and five an hour are heard. */
const MOST_WRONG_AN_HOUR = 5;
const VALID_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;
const MOST_TALKS = 10;

/** Opens the joining of talks within the transaction of a turn. */
export function openTalkLinks(work: () => Work, exporterKey: string, now: Date): TalkLinks {
  return {
    makeCode: () => makeCode(work(), exporterKey, now),
    redeem: (code) => redeem(work(), exporterKey, code, now),
  };
}

/** The keys of everybody who is the same person, herself among them; for `exporter_key in …`. */
export function samePerson(exporterKey: string) {
  return sql<string>`(
    select l.exporter_key from exporter_links l join exporter_links mine using (person_key)
    where mine.exporter_key = ${exporterKey} union select ${exporterKey}
  )`;
}

async function makeCode(work: Work, exporterKey: string, now: Date): Promise<string> {
  const made = await sql<{ code: string }>`select upper(substr(md5(gen_random_uuid()::text), 1, 8)) as code`.execute(
    work,
  );
  const code = made.rows[0]?.code ?? '';
  await sql`
    insert into link_codes (code_hash, exporter_key, expires_at)
    values (${hashOf(code)}, ${exporterKey}, ${new Date(now.getTime() + VALID_MS)})
    on conflict (exporter_key) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at
  `.execute(work);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

async function redeem(work: Work, exporterKey: string, code: string, now: Date): Promise<LinkOutcome> {
  if ((await countWrong(work, exporterKey, now)) >= MOST_WRONG_AN_HOUR) return 'too-often';
  const { rows } = await sql<{ exporter_key: string }>`
    select exporter_key from link_codes where code_hash = ${hashOf(code)} and expires_at > ${now} for update
  `.execute(work);
  const other = rows[0]?.exporter_key;
  if (other === exporterKey) return 'own';
  if (other === undefined || !(await join(work, exporterKey, other))) {
    await sql`insert into link_attempts (exporter_key, tried_at) values (${exporterKey}, ${now})`.execute(work);
    return 'unknown';
  }
  await sql`delete from link_codes where exporter_key = ${other}`.execute(work);
  return 'linked';
}

async function countWrong(work: Work, exporterKey: string, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from link_attempts
    where exporter_key = ${exporterKey} and tried_at > ${new Date(now.getTime() - HOUR_MS)}
  `.execute(work);
  return rows[0]?.count ?? 0;
}

/** Whoever is joined already brings the others along. @returns false when they would be too many for one person */
async function join(work: Work, one: string, other: string): Promise<boolean> {
  const { rows } = await sql<{ exporter_key: string }>`
    select exporter_key from exporters
    where exporter_key in ${samePerson(one)} or exporter_key in ${samePerson(other)}
  `.execute(work);
  if (rows.length > MOST_TALKS) return false;
  await sql`
    insert into exporter_links (exporter_key, person_key)
    select all_of_them.key, person.key
    from unnest(${rows.map((row) => row.exporter_key)}::text[]) as all_of_them (key),
      (select gen_random_uuid() as key) as person
    on conflict (exporter_key) do update set person_key = excluded.person_key
  `.execute(work);
  return true;
}

function hashOf(code: string) {
  return sql`encode(sha256(convert_to(${code}, 'UTF8')), 'hex')`;
}
