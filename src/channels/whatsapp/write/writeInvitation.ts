import type { Language } from '../../wireActivity.ts';
import type { Delivery } from '../send/outbox.ts';
import type { Body } from './writeBodies.ts';

/** The template that Meta approved; word for word in `docs/whatsapp.md`. */
export interface Template {
  readonly name: string;
  /** Languages it is approved in; the first is used where the exporter's is missing. */
  readonly languages: readonly string[];
}

/** What the template's one gap holds: `kasus FTA-2026-00042`, or `pertanyaan Anda`. */
export type InvitationWords = (language: Language, caseNumber: string | undefined) => string;

/** Asks an exporter back whose 24 hours are over: only a template may be sent then. */
export function writeInvitation(
  deliveries: readonly Delivery[],
  spoken: Language,
  template: Template,
  words: InvitationWords,
): Body {
  const code = template.languages.find((tag) => tag.startsWith(spoken)) ?? template.languages[0] ?? 'id';
  const language = code.startsWith('en') ? 'en' : 'id';
  const text = words(language, caseNumberOf(deliveries));
  const parameters = [{ type: 'text', text }];
  return {
    type: 'template',
    template: { name: template.name, language: { code }, components: [{ type: 'body', parameters }] },
  };
}

function caseNumberOf(deliveries: readonly Delivery[]): string | undefined {
  for (const { activity } of deliveries) {
    const [number] = /FTA-\d{4}-\d{5,}/.exec(String(activity.text)) ?? [];
    if (number) return number;
  }
  return undefined;
}
