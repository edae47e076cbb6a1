import { beginTalk, eventually, type Seen, type Talk } from '../directLine/support/rawClient.ts';

/** What the bot says in one bubble, and what can be tapped beneath it. */
export interface Bubble {
  readonly text: string;
  readonly choices: readonly string[];
  readonly locale: string;
}

/** An exporter in front of the web chat: says or taps something, and reads what comes back. */
export interface Exporter {
  readonly talk: Talk;
  /** The welcome that the talk began with. */
  readonly welcome: Bubble;
  /** Says something and reads the bubbles that answer it. */
  say(text: string): Promise<Bubble[]>;
  /** Taps a choice of the last bubble that offers it. */
  tap(title: string): Promise<Bubble[]>;
  /** Posts anything else a page may post. */
  post(activity: object): Promise<Bubble[]>;
}

interface Button {
  readonly title: string;
  readonly text: string;
  readonly value: unknown;
}

/** Begins a talk on a running app, over its real Direct Line. */
export async function anExporter(url: string, language: 'id' | 'en' = 'id'): Promise<Exporter> {
  const talk = await beginTalk(url, language === 'id' ? 'id-ID' : 'en-US');
  const said = async () => (await talk.read()).body.activities;
  const start = await eventually(said, (activities) => activities.length > 0);
  let buttons = buttonsOf(start);
  const post = async (activity: object) => {
    const { body } = await talk.post(activity);
    const answers = await eventually(
      async () => (await said()).filter(({ replyToId }) => replyToId === body.id),
      (bubbles) => bubbles.length > 0,
    );
    const offered = buttonsOf(answers);
    if (offered.length > 0) buttons = offered;
    return answers.map(bubbleOf);
  };
  return {
    talk,
    welcome: bubbleOf(start[0] as Seen),
    post,
    say: (text) => post({ type: 'message', text }),
    tap: (title) => {
      const button = buttons.findLast((one) => one.title === title);
      if (!button) throw new Error(`nothing says "${title}": ${buttons.map((one) => one.title).join(', ')}`);
      return post({ type: 'message', text: button.text, value: button.value });
    },
  };
}

function bubbleOf({ text = '', locale, suggestedActions }: Seen): Bubble {
  const { actions = [] } = (suggestedActions as { actions?: Button[] } | undefined) ?? {};
  return { text, choices: actions.map(({ title }) => title), locale: String(locale) };
}

function buttonsOf(activities: readonly Seen[]): Button[] {
  return activities.flatMap(
    ({ suggestedActions }) => (suggestedActions as { actions?: Button[] } | undefined)?.actions ?? [],
  );
}
