import { officeName } from './compositions/liaison.ts';
import { sayDay } from './dates.ts';
import type { Answer, Desk } from './types.ts';

/** What an exporter reads in one bubble: the short form, what would make it more precise, and what it rests on. */
export function sayAnswer(desk: Desk, answer: Answer): string {
  const wanted = answer.missing ?? answer.invites;
  const ask = wanted ? desk.words(desk.language, `answers:ask.${wanted}`) : '';
  const parts = [sayRevoked(desk, answer), answer.short, ask === answer.short ? '' : ask, sayFooter(desk, answer)];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The detail with every source, for who wants to read it all. */
export function sayDetail(desk: Desk, answer: Answer): string {
  const sources = answer.sources.map((key) => `- ${nameSource(desk, key, true)}`);
  const heading = `**${desk.words(desk.language, 'answers:allSources')}**`;
  const parts = [
    sayRevoked(desk, answer),
    answer.detail ?? answer.short,
    ...(sources.length > 0 ? [[heading, ...sources].join('\n')] : []),
  ];
  return [...parts, sayFooter(desk, answer)].filter((part) => part !== '').join('\n\n');
}

/** A rule that staff has marked as revoked is cautioned about at once, in every answer that rests on it. */
function sayRevoked(desk: Desk, { sources, unit }: Answer): string {
  const rules = sources.flatMap((key) => desk.knowledge.regulations.get(key) ?? []);
  const revoked = rules.filter(({ status }) => status === 'revoked').map(({ citation }) => citation);
  if (revoked.length === 0) return '';
  const office = officeName(desk, unit);
  return desk.words(desk.language, 'answers:revoked', { citation: revoked.join(', '), office });
}

const MOST_SOURCES = 2;
/** The key of what the centre knows without having read it anywhere; it is always named where it is used. */
const COMMON_KNOWLEDGE = 'umum';

/** "Sumber: Permendag 24/2018 · dicek 24 November 2026 · belum dikonfirmasi petugas". */
function sayFooter(desk: Desk, { sources, checkedOn, certainty }: Answer): string {
  if (sources.length === 0) return '';
  const { words, language } = desk;
  const isCommon = sources.includes(COMMON_KNOWLEDGE);
  const read = sources.filter((key) => key !== COMMON_KNOWLEDGE).map((key) => nameSource(desk, key, false));
  const named = [...new Set(read)].slice(0, isCommon ? MOST_SOURCES - 1 : MOST_SOURCES);
  const line = words(language, 'answers:source', {
    sources: [...named, ...(isCommon ? [nameSource(desk, COMMON_KNOWLEDGE, false)] : [])].join('; '),
    day: sayDay(checkedOn, language),
  });
  return certainty === 'confirmed' ? line : `${line} · ${words(language, `answers:certainty.${certainty}`)}`;
}

function nameSource({ knowledge, language }: Desk, key: string, isFull: boolean): string {
  const regulation = knowledge.regulations.get(key);
  if (regulation) return isFull ? `${regulation.citation}: ${regulation.about[language]}` : regulation.citation;
  const document = knowledge.documents.get(key);
  if (!document) return key;
  const { title, publisher, url } = document;
  if (!isFull) return publisher;
  return url ? `${title[language]}, ${publisher} (${url})` : `${title[language]}, ${publisher}`;
}
