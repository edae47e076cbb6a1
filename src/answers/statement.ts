import { type Fact, factsOn } from '../knowledge/index.ts';
import type { Certainty, Desk, Statement } from './types.ts';

/** One bubble. Footer and question come on top of it. */
export const SHORT_FORM = 700;

/** The facts that hold today, each as a statement. */
export function sayFacts(desk: Desk, facts: readonly (Fact | undefined)[]): Statement[] {
  const given = facts.filter((fact) => fact !== undefined);
  return factsOn(given, desk.today).map((fact) => ({
    text: fact[desk.language],
    sources: fact.sources,
    certainty: fact.confirmed || fact.uncertain ? 'confirmed' : 'unconfirmed',
  }));
}

/** Words of our own that state no fact. */
export function plain(text: string): Statement {
  return { text, sources: [], certainty: 'confirmed' };
}

/**
 * Joins statements, keeping what they rest on.
 *
 * An uncertain fact counts as confirmed: its own words name the doubt. Words without a source count for nothing.
 */
export function join(statements: readonly Statement[], separator = ' '): Statement {
  const facts = statements.filter(({ sources }) => sources.length > 0);
  const open = facts.filter(({ certainty }) => certainty !== 'confirmed');
  return {
    text: statements
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(separator),
    sources: [...new Set(statements.flatMap(({ sources }) => sources))],
    certainty: certaintyOf(open.length, facts.length, open),
  };
}

function certaintyOf(open: number, all: number, statements: readonly Statement[]): Certainty {
  if (open === 0) return 'confirmed';
  return open === all && statements.every(({ certainty }) => certainty === 'unconfirmed') ? 'unconfirmed' : 'partly';
}

/**
 * Parts statements into those that fit one bubble and the rest. The first one always fits, and after a heading the
 * first that says something: a bubble of headings would be no answer.
 *
 * @param room characters there are, less what stands around them
 */
export function fitIn(statements: readonly Statement[], room = SHORT_FORM): [Statement[], Statement[]] {
  let length = 0;
  const first = Math.max(
    0,
    statements.findIndex(({ sources }) => sources.length > 0),
  );
  const count = statements.findIndex(({ text }, at) => {
    length += text.length + 1;
    return at > first && length > room;
  });
  return count < 0 ? [[...statements], []] : [statements.slice(0, count), statements.slice(count)];
}

/** Statements as a list with a heading; nothing when there are none. */
export function list(heading: string, statements: readonly Statement[]): Statement[] {
  if (statements.length === 0) return [];
  const items = statements.map((one) => ({ ...one, text: `- ${one.text}` }));
  return [join([plain(`**${heading}**`), ...items], '\n')];
}
