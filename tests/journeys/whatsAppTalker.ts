import { sql } from 'kysely';
import { eventually } from '../support/eventually.ts';
import type { Posted } from '../support/graphStandIn.ts';
import type { TestStorage } from '../support/testStorage.ts';
import { choicesOf, type WhatsAppApp, wordsOf } from '../support/whatsAppApp.ts';
import { contactOf, messageFrom, type Phone, payloadOf, postWebhook } from '../support/whatsAppPhone.ts';
import { type Bubble, says, type Talker, withoutMarks } from './talker.ts';

/** Titles of choices that are numbered in the text, since a message with so many words has no room for buttons. */
const NUMBERED = /^(\d+)\. (.+)$/;
const NUMBERS_BELOW = /(?:Balas dengan angkanya|Reply with the number):\n((?:\d+\. .+\n?)+)$/;

/** What the phone sends for a media type, as Meta tells it. */
const MEDIA: Readonly<Record<string, Record<string, unknown>>> = {
  'audio/ogg': { type: 'audio', audio: { mime_type: 'audio/ogg; codecs=opus', voice: true } },
  'image/webp': { type: 'image', image: { mime_type: 'image/webp' } },
  'application/pdf': { type: 'document', document: { mime_type: 'application/pdf', filename: 'peb.pdf' } },
  'application/vnd.whatsapp.sticker': { type: 'sticker', sticker: { mime_type: 'image/webp' } },
};

/** An exporter with a phone: signed webhooks in, and what the stand-in of Meta was given for her. */
export async function whatsAppTalker(
  { app, graph }: Pick<WhatsAppApp, 'app' | 'graph'>,
  storage: TestStorage,
  phone: Phone,
  language: 'id' | 'en',
  now: () => Date,
): Promise<Talker> {
  const got = () => graph.taken.filter(({ body }) => body.to === phone.number);
  const tell = async (content: Record<string, unknown>) => {
    const message = messageFrom(phone, content, now());
    const { status } = await postWebhook(app.url, payloadOf({ contacts: [contactOf(phone)], messages: [message] }));
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
  };
  /** Everything she has got for one message, once nothing of hers waits any more. */
  const send = async (content: Record<string, unknown>) => {
    const before = got().length;
    await tell(content);
    await eventually(
      () => countWaiting(storage),
      (waiting) => waiting === 0,
    );
    return got().slice(before).map(read);
  };
  const text = (body: string) => ({ type: 'text', text: { body } });
  const [welcome] = await send({ type: 'request_welcome' });
  if (!welcome) throw new Error('no welcome came');
  if (language === 'en') await send(text('english please'));
  return {
    welcome,
    conversationKey: await keyOf(storage, phone),
    say: (said) => send(text(said)),
    tap: (title) => send(chosen(got(), title) ?? text(numberOf(got(), title))),
    act: (value, title = 'x') => send(tapped({ id: JSON.stringify(value), title: title.slice(0, 20) })),
    attach: (contentType) => send(MEDIA[contentType] ?? { type: contentType }),
    sayOnly: (said) => tell(text(said)),
    async hears(wanted) {
      const texts = await eventually(
        async () => got().map((posted) => read(posted).text),
        (all) => all.some((one) => says(one, wanted)),
      );
      return texts.findLast((one) => says(one, wanted)) ?? '';
    },
  };
}

function read(posted: Posted): Bubble {
  const text = wordsOf(posted);
  const titles = choicesOf(posted).map(({ title, description }) => description ?? title.replace(NUMBERED, '$2'));
  return { text: withoutMarks(text), choices: titles.length > 0 ? titles : numbered(text) };
}

function numbered(text: string): string[] {
  const lines = NUMBERS_BELOW.exec(text)?.[1]?.trim().split('\n') ?? [];
  return lines.map((line) => line.replace(NUMBERED, '$2'));
}

function chosen(messages: readonly Posted[], title: string): Record<string, unknown> | undefined {
  const isIt = (shown: string | undefined) => shown?.replace(NUMBERED, '$2') === title;
  const last = messages.findLast((posted) => read(posted).choices.includes(title));
  const found = last && choicesOf(last).find((choice) => isIt(choice.title) || isIt(choice.description));
  return found && tapped(found, found.kind);
}

function numberOf(messages: readonly Posted[], title: string): string {
  const last = messages.map(read).findLast(({ choices }) => choices.includes(title));
  if (!last) throw new Error(`nothing says "${title}"`);
  return String(last.choices.indexOf(title) + 1);
}

function tapped(reply: { id: string; title: string }, kind: 'button_reply' | 'list_reply' = 'button_reply') {
  const { id, title } = reply;
  return { type: 'interactive', interactive: { type: kind, [kind]: { id, title } } };
}

/** Events, turns and messages that have not been dealt with yet, of anybody. */
async function countWaiting({ db }: TestStorage): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select (select count(*) from whatsapp_inbox where taken_at is null and parked_because is null)
      + (select count(*) from activities where direction = 'in' and processed_at is null)
      + (select count(*) from whatsapp_deliveries where state = 'waiting') as waiting
  `.execute(db);
  return rows[0]?.waiting ?? 0;
}

async function keyOf({ db }: TestStorage, { number }: Phone): Promise<string> {
  const row = await db
    .selectFrom('whatsapp_people')
    .select('conversation_key')
    .where('phone', '=', number)
    .executeTakeFirstOrThrow();
  return row.conversation_key;
}
