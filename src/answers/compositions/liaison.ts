import type { Liaison } from '../../knowledge/index.ts';
import type { Draft } from '../draft.ts';
import { plain, sayFacts } from '../statement.ts';
import type { Desk, Statement } from '../types.ts';

/** What a unit does and how to reach it. */
export function liaisonContact(desk: Desk, id: string): Draft | undefined {
  const liaison = desk.knowledge.liaisons.get(id);
  if (!liaison) return undefined;
  const { language, words } = desk;
  const channels = sayChannels(desk, liaison);
  return {
    say: [
      plain(`**${liaison.name[language]}**`),
      plain(liaison.does[language]),
      ...(channels.length > 0 ? channels : [plain(words(language, 'answers:contact.none'))]),
    ],
    more: sayFacts(desk, liaison.notes),
    checkedOn: liaison.checkedOn,
    unit: liaison.deputy ?? id,
    separator: '\n',
  };
}

/** The channels of a unit, one line each. */
export function sayChannels({ language, words }: Desk, liaison: Liaison): Statement[] {
  return liaison.channels.map(({ kind, value, label, confirmed, sources }) => ({
    text: `- ${label ? label[language] : words(language, `answers:contact.${kind}`)}: ${value}`,
    sources,
    certainty: confirmed ? 'confirmed' : 'unconfirmed',
  }));
}

/** How a sentence names a unit; its key when it does not exist, so that staff see what is wrong. */
export function officeName({ knowledge, language }: Desk, id: string): string {
  return knowledge.liaisons.get(id)?.shortName[language] ?? id;
}

/** The quickest way to reach a unit: name and its first phone, WhatsApp or website. */
export function officeLine(desk: Desk, id: string): Statement {
  const liaison = desk.knowledge.liaisons.get(id);
  const ways = ['phone', 'whatsapp', 'web', 'email'] as const;
  const channel = ways.map((way) => liaison?.channels.find(({ kind }) => kind === way)).find((one) => one);
  const name = officeName(desk, id);
  if (!channel) return plain(name);
  const { confirmed, sources } = channel;
  return { text: `${name}: ${channel.value}`, sources, certainty: confirmed ? 'confirmed' : 'unconfirmed' };
}
