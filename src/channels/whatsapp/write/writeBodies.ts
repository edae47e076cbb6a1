import { z } from 'zod';
import type { Language, WireActivity } from '../../wireActivity.ts';
import type { Delivery } from '../send/outbox.ts';
import { type Choice, toTappable } from './choices.ts';
import { splitText } from './splitText.ts';
import { toMarkup } from './toMarkup.ts';

/** A message without whom it goes to. */
export type Body =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: false } }
  | { readonly type: 'interactive'; readonly interactive: object }
  | { readonly type: 'template'; readonly template: object };

/** The channel's own few words, in the exporter's language. */
export type ChannelWords = (language: Language, key: 'choices' | 'late') => string;

const activitySchema = z.looseObject({
  text: z.string().catch(''),
  locale: z.string().optional(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.unknown() })) })
    .optional(),
  channelData: z.looseObject({ isNumbered: z.boolean().optional() }).optional(),
});

/** Of a text; of a text with buttons or a list. */
const ROOM = { text: 4_096, interactive: 1_024 };

/**
 * What the bot said, as messages of WhatsApp: one if it can be, for each is paid for.
 *
 * Words, source and buttons are one interactive message; what does not fit goes before it as text. More than ten
 * choices are numbered in the text, and a number answers them.
 */
export function writeBodies(delivery: Delivery, spoken: Language, words: ChannelWords): Body[] {
  const { text, locale, suggestedActions, channelData } = activitySchema.parse(
    delivery.activity satisfies WireActivity,
  );
  const language = locale ? (/^en\b/i.test(locale) ? 'en' : 'id') : spoken;
  const choices: Choice[] = suggestedActions?.actions.map(({ title, value }) => ({ title, value })) ?? [];
  const isNumbered = channelData?.isNumbered ?? false;
  const listButton = words(language, 'choices');
  const tappable = toTappable(choices, { sequence: delivery.sequence, isNumbered, listButton });
  const said = [
    ...(delivery.isLate ? [words(language, 'late')] : []),
    toMarkup(text),
    ...(choices.length > 0 && !tappable && !isNumbered ? [numbered(choices)] : []),
  ].join('\n\n');
  const parts = splitText(said, { others: ROOM.text, last: tappable ? ROOM.interactive : ROOM.text });
  return parts.map((part, at) =>
    tappable && at === parts.length - 1
      ? { type: 'interactive', interactive: { type: tappable.type, body: { text: part }, action: tappable.action } }
      : { type: 'text', text: { body: part, preview_url: false } },
  );
}

function numbered(choices: readonly Choice[]): string {
  return choices.map(({ title }, at) => `${at + 1}. ${title}`).join('\n');
}
