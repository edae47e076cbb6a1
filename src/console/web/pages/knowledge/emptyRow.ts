/** A row with nothing in it yet but what its table cannot do without. */
export function emptyRow(table: string, key: string): Record<string, unknown> {
  const today = dayIn(0);
  const words = { id: '', en: '' };
  if (table === 'entries')
    return {
      id: key,
      title: words,
      phrasings: { id: [], en: [] },
      answer: { id: { short: '' }, en: { short: '' } },
      sources: [],
      checkedOn: today,
      reviewBy: dayIn(182),
      confirmed: true,
      related: [],
      unit: '',
    };
  return { id: key, checkedOn: today, reviewBy: dayIn(182) };
}

/** A calendar day in WIB, so many days from now. */
function dayIn(days: number): string {
  return new Date(Date.now() + (days * 24 + 7) * 3_600_000).toISOString().slice(0, 10);
}
