import { hears } from '../support/caseApp.ts';
import { anExporter, type Bubble as WebBubble } from '../support/exporter.ts';
import { type Bubble, type Talker, withoutMarks } from './talker.ts';

/** An exporter in front of the web chat, over the real Direct Line. */
export async function webTalker(url: string, language: 'id' | 'en'): Promise<Talker> {
  const exporter = await anExporter(url, language);
  const posted = async (activity: object) => (await exporter.post(activity)).map(read);
  return {
    welcome: read(exporter.welcome),
    conversationKey: exporter.talk.conversationId,
    say: async (text) => (await exporter.say(text)).map(read),
    tap: async (title) => (await exporter.tap(title)).map(read),
    act: (value, title = 'x') => posted({ type: 'message', text: title, value }),
    attach: (contentType) => posted({ type: 'message', attachments: [{ contentType, name: 'x' }] }),
    sayOnly: async (text) => void (await exporter.talk.say(text)),
    hears: async (wanted) => withoutMarks(await hears(exporter, wanted)),
  };
}

function read({ text, choices }: WebBubble): Bubble {
  return { text: withoutMarks(text), choices };
}
