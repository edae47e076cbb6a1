import { isCurated, type Knowledge } from '../../../knowledge/index.ts';

/** Topics of the competence table for answers that are composed of rows. */
const TOPICS: Readonly<Record<string, string>> = {
  'destination.form': 'ska',
  'destination.tariff': 'tarif',
  'destination.office': 'perwadag',
  'destination.pending': 'fta',
  'product.hs': 'hs',
  'product.requirements': 'syarat',
  'product.markets': 'syarat',
  'agreement.form': 'ska',
  'agreement.origin': 'asal',
  'agreement.cumulation': 'asal',
  'agreement.de-minimis': 'asal',
};

/** Whom a question belongs to that came near an entry: its topic in the competence table, and its own unit. */
export function nearTo(knowledge: Knowledge, entryId: string): { topic: string; unit: string } | undefined {
  const entry = knowledge.entries.get(entryId);
  if (!entry) return undefined;
  const family = entry.id.split(/[-.]/)[0] ?? 'umum';
  const ofRow = family === 'agreement' ? 'fta' : 'umum';
  return { topic: isCurated(entry) ? family : (TOPICS[entry.id] ?? ofRow), unit: entry.unit };
}
