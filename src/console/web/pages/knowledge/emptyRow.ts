/** Tables whose rows are checked and reviewed by dates of their own. */
const DATED = new Set(['agreements', 'destinations', 'products', 'regulations', 'liaisons', 'programmes']);

/** A row with nothing in it yet but what its table cannot do without. Rows without an id are told apart by their key. */
export function emptyRow(table: string, key: string): Record<string, unknown> {
  if (table === 'entries') return emptyEntry(key);
  if (table === 'talk') return { id: key, phrasings: { id: [], en: [] } };
  if (table === 'routes') return emptyRoute(key.split('/'));
  if (table === 'spellings') {
    const [language, ...word] = key.split('/');
    return { word: word.join('/'), spellings: [], language };
  }
  return DATED.has(table) ? { id: key, checkedOn: dayIn(0), reviewBy: dayIn(HALF_A_YEAR) } : { id: key };
}

const HALF_A_YEAR = 182;

function emptyEntry(id: string): Record<string, unknown> {
  const words = { id: '', en: '' };
  return {
    ...{ id, title: words, phrasings: { id: [], en: [] }, answer: { id: { short: '' }, en: { short: '' } } },
    ...{ sources: [], checkedOn: dayIn(0), reviewBy: dayIn(HALF_A_YEAR), confirmed: true, related: [], unit: '' },
  };
}

function emptyRoute([topic = '', agreement, product]: readonly string[]): Record<string, unknown> {
  return { topic, ...(agreement && { agreement }), ...(product && { product }), units: [] };
}

/** A calendar day in WIB, so many days from now. */
function dayIn(days: number): string {
  return new Date(Date.now() + (days * 24 + 7) * 3_600_000).toISOString().slice(0, 10);
}
