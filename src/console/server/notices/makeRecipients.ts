import { setImmediate as breathe } from 'node:timers/promises';
import type { LiveRow } from '../../../knowledge/index.ts';
import type { Recipient, Shown } from './noticeStore.ts';
import type { ToSay } from './sayings.ts';

/** In one message; whoever was misled more often reads of the latest. */
const MOST_ANSWERS = 3;
/** Between two breaths: thousands may have to be told, and other requests do not wait for all of them. */
const MESSAGES_AT_ONCE = 100;

/** How a kind of notice is put into words. */
export type Tell = (rows: readonly LiveRow[], language: 'id' | 'en', about: readonly ToSay[]) => Recipient['telling'];

/** What a person asked, with the answer that she gets now. */
export type Due = Shown & { readonly entry: string };

/** One message for each person, in her language; nobody who asked for silence. */
export async function makeRecipients(due: readonly Due[], rows: readonly LiveRow[], tell: Tell): Promise<Recipient[]> {
  const recipients: Recipient[] = [];
  for (const latest of byPerson(due).values()) {
    if (recipients.length % MESSAGES_AT_ONCE === 0) await breathe();
    const [first] = latest as [Due, ...Due[]];
    recipients.push({
      personKey: first.personKey,
      home: first.home,
      shown: latest.map(({ talk, turn, entry, slots }) => ({ talk, turn, entry, slots })),
      telling: tell(rows, first.language, latest.map(toSay)),
    });
  }
  return recipients;
}

/** The latest of each who may be told, the newest first. */
export function byPerson<T extends Shown>(shown: readonly T[]): Map<string, T[]> {
  const told = shown.filter(({ isStopped }) => !isStopped).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const persons = Map.groupBy(told, ({ personKey }) => personKey);
  return new Map([...persons].map(([person, all]) => [person, all.slice(0, MOST_ANSWERS)]));
}

function toSay({ question, at, entry, slots }: Due): ToSay {
  return { question, at, entry, slots };
}

/** How a notice would go out: to how many, where, and in which words. */
export function audienceOf(due: readonly Due[], rows: readonly LiveRow[], tell: Tell) {
  const people = [...byPerson(due).values()];
  const channels = Map.groupBy(people, ([first]) => first?.channel ?? 'web');
  const samples = (['id', 'en'] as const).flatMap((language) => {
    const latest = people.find(([first]) => first?.language === language);
    return latest ? [{ language, text: tell(rows, language, latest.map(toSay)).text }] : [];
  });
  return {
    people: people.length,
    byChannel: [...channels].map(([channel, all]) => ({ channel, people: all.length })),
    silent: new Set(due.filter(({ isStopped }) => isStopped).map(({ personKey }) => personKey)).size,
    samples,
  };
}
