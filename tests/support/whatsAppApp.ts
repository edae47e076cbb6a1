import { eventually } from './eventually.ts';
import { type GraphStandIn, type Posted, startGraphStandIn } from './graphStandIn.ts';
import { startTestApp, type TestApp, type TestAppOptions } from './testApp.ts';
import { contactOf, messageFrom, NUMBER, newWamid, type Phone, payloadOf, postWebhook } from './whatsAppPhone.ts';

/** The real app with WhatsApp, and Meta's side of it. */
export interface WhatsAppApp {
  readonly app: TestApp;
  readonly graph: GraphStandIn;
  /** Tells the app what one person said, and waits for what she gets for it. */
  say(phone: Phone, text: string, count?: number): Promise<Posted[]>;
  /** Taps a button or row by its title, of the last message that has it. */
  tap(phone: Phone, title: string, count?: number): Promise<Posted[]>;
  /** Any other message of hers; waits for so many messages back. */
  send(phone: Phone, content: Record<string, unknown>, count?: number, at?: Date): Promise<Posted[]>;
  /** What she has got so far. */
  got(phone: Phone): Posted[];
  /** Waits until she has got so many in all. */
  gets(phone: Phone, count: number): Promise<Posted[]>;
  stop(): Promise<void>;
}

/** Starts both. */
export async function startWhatsAppApp({ config = {}, deps = {} }: TestAppOptions = {}): Promise<WhatsAppApp> {
  const graph = await startGraphStandIn(NUMBER.accessToken);
  const app = await startTestApp({ config: { whatsApp: { ...NUMBER, graphUrl: graph.url }, ...config }, deps });
  const now = () => (deps.now ?? (() => new Date()))();
  const got = (phone: Phone) => graph.taken.filter(({ body }) => isTo(body, phone));
  const gets = (phone: Phone, count: number) =>
    eventually(
      async () => got(phone),
      (all) => all.length >= count,
    );
  const send = async (phone: Phone, content: Record<string, unknown>, count = 1, at = now()) => {
    const before = got(phone).length;
    const messages = [messageFrom(phone, content, at)];
    const { status } = await postWebhook(app.url, payloadOf({ contacts: [contactOf(phone)], messages }));
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
    return (await gets(phone, before + count)).slice(before);
  };
  return {
    app,
    graph,
    got,
    gets,
    send,
    say: (phone, text, count) => send(phone, { type: 'text', text: { body: text } }, count),
    tap: (phone, title, count) => send(phone, tapOf(got(phone), title), count),
    async stop() {
      await app.remove();
      await graph.stop();
    },
  };
}

function isTo({ to, recipient }: Record<string, unknown>, { number, userId }: Phone): boolean {
  return number ? to === number : recipient === userId;
}

function tapOf(messages: readonly Posted[], title: string): Record<string, unknown> {
  const found = messages
    .flatMap(choicesOf)
    .findLast((choice) => choice.title === title || choice.description === title);
  if (!found) throw new Error(`nothing says "${title}"`);
  const { kind, ...reply } = found;
  return { type: 'interactive', context: { id: newWamid() }, interactive: { type: kind, [kind]: reply } };
}

/** What can be tapped under a message. */
export interface Choice {
  readonly kind: 'button_reply' | 'list_reply';
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

interface Interactive {
  readonly body: { readonly text: string };
  readonly action: {
    readonly buttons?: readonly { reply: { id: string; title: string } }[];
    readonly sections?: readonly { rows: readonly { id: string; title: string; description?: string }[] }[];
  };
}

export function choicesOf({ body }: Posted): Choice[] {
  const { action } = (body.interactive as Interactive | undefined) ?? {};
  const buttons = action?.buttons?.map(({ reply }) => ({ kind: 'button_reply' as const, ...reply })) ?? [];
  const rows = action?.sections?.flatMap((section) => section.rows) ?? [];
  return [...buttons, ...rows.map((row) => ({ kind: 'list_reply' as const, ...row }))];
}

/** The words of a message. */
export function wordsOf({ body }: Posted): string {
  const { interactive, text } = body as { interactive?: Interactive; text?: { body: string } };
  return interactive?.body.text ?? text?.body ?? '';
}
