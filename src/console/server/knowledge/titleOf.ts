/** A row's values, whatever its table. */
type Row = Readonly<Record<string, unknown>>;

/** What a row is called, in both languages. */
export function titleOf(table: string, value: unknown): { id: string; en: string } {
  const row = (value ?? {}) as Row;
  if (table === 'regulations') return both(row.citation);
  if (table === 'spellings') return both(row.word);
  if (table === 'routes') return both([row.topic, row.agreement, row.product].filter(Boolean).join(' · '));
  for (const field of ['title', 'name', 'term']) {
    const words = row[field] as { id?: string; en?: string } | undefined;
    if (words?.id) return { id: words.id, en: words.en ?? words.id };
  }
  return both(row.id);
}

function both(words: unknown): { id: string; en: string } {
  const text = String(words ?? '');
  return { id: text, en: text };
}

/** Everything of a row that can be searched: its phrasings and names, and its short forms. */
export function textsOf(value: unknown): string[] {
  const row = (value ?? {}) as {
    phrasings?: { id?: string[]; en?: string[] };
    names?: string[];
    variants?: string[];
    title?: { en?: string };
    answer?: { id?: { short?: string } };
  };
  const { phrasings, names = [], variants = [], title, answer } = row;
  const texts = [...(phrasings?.id ?? []), ...(phrasings?.en ?? []), ...names, ...variants];
  return [...texts, title?.en ?? '', answer?.id?.short ?? ''].filter(Boolean);
}

/** The area of an entry: what stands before the first hyphen or dot of its id. */
export function areaOf(key: string): string {
  return key.split(/[-.]/)[0] ?? key;
}
