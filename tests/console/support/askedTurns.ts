import { randomUUID } from 'node:crypto';
import type { TurnRecord } from '../../../src/conversation/index.ts';
import type { Storage } from '../../../src/storage/index.ts';

/** One question that was asked, as it is kept; a test says only what it is about. */
export interface Asked {
  readonly question: string;
  readonly language?: 'id' | 'en';
  readonly channel?: 'web' | 'whatsapp' | 'bot-service';
  readonly decision?: TurnRecord['decision'];
  readonly entry?: string;
  readonly nearest?: string;
  readonly slots?: Readonly<Record<string, readonly string[]>>;
  readonly thumb?: 'up' | 'down';
  readonly daysAgo?: number;
  /** How many different exporters asked it. */
  readonly times?: number;
}

const DAY_MS = 24 * 3_600_000;

/** Writes questions into the tables as talks leave them there. */
export async function keepAsked(db: Storage['db'], asked: readonly Asked[], now = new Date()): Promise<void> {
  for (const one of asked) for (let n = 0; n < (one.times ?? 1); n++) await keepOne(db, one, now);
}

async function keepOne(db: Storage['db'], one: Asked, now: Date): Promise<void> {
  const { question, language = 'id', channel = 'web', decision = 'unresolved', entry, nearest, slots, thumb } = one;
  const at = new Date(now.getTime() - (one.daysAgo ?? 0) * DAY_MS);
  const key = randomUUID();
  await db
    .insertInto('exporters')
    .values({ exporter_key: key, channel, resume_hash: null, created_at: at, seen_at: at })
    .execute();
  await db
    .insertInto('conversations')
    .values({
      ...{ conversation_key: key, exporter_key: key, channel, language },
      ...{ state: null, last_stamped_at: at, created_at: at },
    })
    .execute();
  const explanation = { ...(nearest && { candidates: [{ id: nearest }] }), ...(slots && { slots }) };
  await db
    .insertInto('turns')
    .values({
      ...{ conversation_key: key, turn_id: '1.1', question, language, decision, answered_at: at },
      ...{ entry_id: entry ?? null, entry_revision: null, entry_checked_on: null, confidence: 0.2 },
      explanation: JSON.stringify(explanation),
    })
    .execute();
  if (thumb)
    await db
      .insertInto('feedback')
      .values({ conversation_key: key, turn_id: '1.1', verdict: thumb, given_at: at })
      .execute();
}
