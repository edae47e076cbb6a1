import { z } from 'zod';
import type { Language, WireActivity } from '../../wireActivity.ts';
import type { Delivery } from '../send/outbox.ts';
import { type Choice, type Tappable, toTappable } from './choices.ts';
import { splitText } from './splitText.ts';
import { toMarkup } from './toMarkup.ts';

/** A message without whom it goes to. */
export type Body =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: false } }
  | { readonly type: 'interactive'; readonly interactive: object }
  | { readonly type: 'template'; readonly template: object };

/** The channel's own few words, in the exporter's language. */
export type ChannelWords = (language: Language, key: 'choices' | 'late' | 'numbers') => string;

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
 * Words, source and buttons are one interactive message. What is too long for that, or has more than ten choices, is one
 * text that numbers them: a number answers as a tap does. Only what no text can hold becomes several messages, the last one
 * with the buttons.
 */
export function writeBodies(delivery: Delivery, spoken: Language, words: ChannelWords): Body[] {
  const { text, locale, suggestedActions, channelData } = activitySchema.parse(
    delivery.activity satisfies WireActivity,
  );
  const language = locale ? (/^en\b/i.test(locale) ? 'en' : 'id') : spoken;
  const choices: Choice[] = suggestedActions?.actions.map(({ title, value }) => ({ title, value })) ?? [];
  const isNumbered = channelData?.isNumbered ?? false;
  const said = [...(delivery.isLate ? [words(language, 'late')] : []), toMarkup(text)].join('\n\n');
  if (choices.length === 0) return asTexts(said);
  const listButton = words(language, 'choices');
  const tappable = toTappable(choices, { sequence: delivery.sequence, isNumbered, listButton });
  if (tappable && said.length <= ROOM.interactive) return [interactive(said, tappable)];
  const numbered = isNumbered ? said : `${said}\n\n${words(language, 'numbers')}\n${numberedTitles(choices)}`;
  if (!tappable || numbered.length <= ROOM.text) return asTexts(numbered);
  const [last = '', ...before] = splitText(said, { others: ROOM.text, last: ROOM.interactive }).toReversed();
  return [...before.toReversed().map(asText), interactive(last, tappable)];
}

function asTexts(said: string): Body[] {
  return splitText(said, { others: ROOM.text, last: ROOM.text }).map(asText);
}

function asText(body: string): Body {
  return { type: 'text', text: { body, preview_url: false } };
}

function interactive(text: string, { type, action }: Tappable): Body {
  return { type: 'interactive', interactive: { type, body: { text }, action } };
}

function numberedTitles(choices: readonly Choice[]): string {
  return choices.map(({ title }, at) => `${at + 1}. ${title}`).join('\n');
}
