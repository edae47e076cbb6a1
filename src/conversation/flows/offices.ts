import { officeLine } from '../../answers/index.ts';
import { deskOf, type Turn } from '../turn.ts';

const MOST_OFFICES = 3;

/** The offices for a topic of the competence table, one line each, the first one first. */
export function listOffices(turn: Turn, topic: string): string {
  const { routes } = turn.published.knowledge;
  const units = routes.find((route) => route.topic === topic && !route.agreement && !route.product)?.units ?? [];
  return listUnits(turn, units);
}

/** The offices of an entry that could not be answered: its own unit, then those that take any question. */
export function listUnits(turn: Turn, units: readonly string[]): string {
  const desk = deskOf(turn);
  return [...new Set([...units, 'fta-support-center', 'disperindag-jateng'])]
    .filter((id) => desk.knowledge.liaisons.has(id))
    .slice(0, MOST_OFFICES)
    .map((id) => `- ${officeLine(desk, id).text}`)
    .join('\n');
}
