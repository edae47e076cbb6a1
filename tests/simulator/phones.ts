import { EventEmitter } from 'node:events';
import type { Behaviour, GraphStandIn, Posted } from '../support/graphStandIn.ts';
import { contactOf, messageFrom, payloadOf, postWebhook } from '../support/whatsAppPhone.ts';

/** A bubble as the page draws it. */
export interface Bubble {
  readonly id: string;
  readonly from: 'me' | 'them';
  readonly at: string;
  readonly text: string;
  readonly quote?: string;
  /** Buttons, or the rows of a list behind its button. */
  readonly buttons?: readonly Tap[];
  readonly list?: { readonly button: string; readonly rows: readonly Tap[] };
  readonly isTemplate?: boolean;
  ticks: 'waiting' | 'sent' | 'delivered' | 'read' | 'failed';
}

export interface Tap {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** What the page shows of one phone. */
export interface PhoneState {
  readonly bubbles: readonly Bubble[];
  readonly isTyping: boolean;
  readonly isOpen: boolean;
  readonly now: string;
  readonly meta: MetaMood;
}

/** How Meta behaves towards everything that is sent. */
export type MetaMood = 'well' | 'slow' | 'error' | 'gone' | 'refusing';

export interface PhonesOptions {
  /** Where the bot listens. */
  readonly url: string;
  readonly graph: GraphStandIn;
  readonly clock: { now(): Date; pass(milliseconds: number): void };
}

/** All phones that somebody has in a browser, and Meta between them and the bot. */
export interface Phones {
  readonly changes: EventEmitter;
  state(number: string): PhoneState;
  say(number: string, text: string): Promise<void>;
  tap(number: string, tap: Tap, kind: 'button_reply' | 'list_reply' | 'button'): Promise<void>;
  attach(number: string, kind: string): Promise<void>;
  /** The page is looked at: what arrived is read. */
  look(number: string): Promise<void>;
  pass(hours: number): void;
  setMood(mood: MetaMood): void;
}

const DAY_MS = 86_400_000;
const MOODS: Readonly<Record<MetaMood, Behaviour>> = {
  well: { kind: 'accept' },
  slow: { kind: 'hang' },
  error: { kind: 'refuse', status: 500, code: 131000 },
  gone: { kind: 'refuse', status: 400, code: 131026 },
  refusing: { kind: 'refuse', status: 401, code: 190 },
};
const ATTACHED: Readonly<Record<string, Record<string, unknown>>> = {
  image: { type: 'image', image: { mime_type: 'image/jpeg', id: '1' } },
  audio: { type: 'audio', audio: { mime_type: 'audio/ogg; codecs=opus', voice: true, id: '2' } },
  document: { type: 'document', document: { mime_type: 'application/pdf', filename: 'peb.pdf', id: '3' } },
  location: { type: 'location', location: { latitude: -6.98, longitude: 110.41 } },
  sticker: { type: 'sticker', sticker: { mime_type: 'image/webp', id: '4' } },
};

/** Opens them. Statuses go back to the bot as Meta sends them, signed. */
export function openPhones({ url, graph, clock }: PhonesOptions): Phones {
  const changes = new EventEmitter().setMaxListeners(0);
  const bubbles = new Map<string, Bubble[]>();
  const lastSaid = new Map<string, number>();
  const typing = new Set<string>();
  let mood: MetaMood = 'well';

  const of = (number: string) => {
    if (!bubbles.has(number)) bubbles.set(number, []);
    return bubbles.get(number) as Bubble[];
  };
  const isOpen = (number: string) => clock.now().getTime() - (lastSaid.get(number) ?? 0) < DAY_MS;
  const changed = (number: string) => changes.emit('change', number);

  graph.behave = ({ to, type }) => {
    if (mood === 'well' && type !== 'template' && !isOpen(String(to)))
      return { kind: 'refuse', status: 400, code: 131047 };
    return MOODS[mood];
  };
  graph.onTaken = (posted) => void arrive(String(posted.body.to), posted);
  graph.onMark = ({ message_id }) => {
    for (const [number, all] of bubbles) {
      const read = all.findIndex(({ id }) => id === message_id);
      if (read === -1) continue;
      for (const bubble of all.slice(0, read + 1)) if (bubble.from === 'me') bubble.ticks = 'read';
      typing.add(number);
      changed(number);
    }
  };

  async function arrive(number: string, posted: Posted): Promise<void> {
    const bubble = bubbleOf(posted, of(number), clock.now());
    of(number).push(bubble);
    typing.delete(number);
    changed(number);
    await status(bubble, number, 'sent');
    await status(bubble, number, 'delivered', String(posted.body.biz_opaque_callback_data));
  }

  async function status(bubble: Bubble, number: string, name: 'sent' | 'delivered' | 'read', key?: string) {
    const told = { id: bubble.id, status: name, timestamp: seconds(clock.now()), recipient_id: number };
    await postWebhook(url, payloadOf({ statuses: [{ ...told, ...(key && { biz_opaque_callback_data: key }) }] }));
    bubble.ticks = name;
    changed(number);
  }

  async function send(number: string, content: Record<string, unknown>, text: string): Promise<void> {
    const message = messageFrom({ number }, content, clock.now());
    const bubble: Bubble = { id: message.id, from: 'me', at: clock.now().toISOString(), text, ticks: 'waiting' };
    of(number).push(bubble);
    lastSaid.set(number, clock.now().getTime());
    changed(number);
    const { status: answered } = await postWebhook(
      url,
      payloadOf({ contacts: [contactOf({ number })], messages: [message] }),
    );
    if (bubble.ticks === 'waiting') bubble.ticks = answered === 200 ? 'delivered' : 'failed';
    changed(number);
  }

  return {
    changes,
    state: (number) => ({
      bubbles: of(number),
      isTyping: typing.has(number),
      isOpen: isOpen(number),
      now: clock.now().toISOString(),
      meta: mood,
    }),
    say: (number, text) => send(number, { type: 'text', text: { body: text } }, text),
    tap: (number, { id, title, description }, kind) =>
      kind === 'button'
        ? send(number, { type: 'button', button: { payload: title, text: title } }, title)
        : send(number, { type: 'interactive', interactive: { type: kind, [kind]: { id, title, description } } }, title),
    attach: (number, kind) => send(number, ATTACHED[kind] ?? { type: kind }, `[${kind}]`),
    async look(number) {
      for (const bubble of of(number))
        if (bubble.from === 'them' && bubble.ticks === 'delivered') await status(bubble, number, 'read');
    },
    pass(hours) {
      clock.pass(hours * 3_600_000);
      changes.emit('change');
    },
    setMood(next) {
      mood = next;
      changes.emit('change');
    },
  };
}

function seconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1_000));
}

interface Body {
  readonly text?: { body: string };
  readonly interactive?: {
    readonly body: { text: string };
    readonly action: {
      readonly button?: string;
      readonly buttons?: readonly { reply: Tap }[];
      readonly sections?: readonly { rows: readonly Tap[] }[];
    };
  };
  readonly template?: { language: { code: string }; components: { parameters: { text: string }[] }[] };
  readonly context?: { message_id: string };
}

/** The template's words stand here as `docs/whatsapp.md` has them; Meta would fill the gap itself. */
const TEMPLATES = {
  id: (about: string) => `Halo, jawaban untuk ${about} sudah siap. Balas BUKA untuk membacanya.`,
  en: (about: string) => `Hello, the answer to ${about} is ready. Reply OPEN to read it.`,
};

function bubbleOf({ body, wamid }: Posted, earlier: readonly Bubble[], now: Date): Bubble {
  const { text, interactive, template, context } = body as Body;
  const { buttons, sections, button = '' } = interactive?.action ?? {};
  const about = template?.components[0]?.parameters[0]?.text ?? '';
  const isEnglish = template?.language.code.startsWith('en') ?? false;
  const opening = { id: 'open', title: isEnglish ? 'Open' : 'Buka' };
  const quoted = earlier.find(({ id }) => id === context?.message_id);
  return {
    id: wamid,
    from: 'them',
    at: now.toISOString(),
    text: template ? TEMPLATES[isEnglish ? 'en' : 'id'](about) : (interactive?.body.text ?? text?.body ?? ''),
    ...(quoted && { quote: quoted.text }),
    ...(buttons && { buttons: buttons.map(({ reply }) => reply) }),
    ...(template && { buttons: [opening], isTemplate: true }),
    ...(sections && { list: { button, rows: sections.flatMap(({ rows }) => rows) } }),
    ticks: 'waiting',
  };
}
