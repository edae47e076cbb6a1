/** Trade offices are called by their city: "itpc osaka". */
const OF_A_CITY = /^(itpc|atdag|atase perdagangan|trade attach[eé]) (.+)$/i;
const BETWEEN = ['di', 'in', 'untuk', 'for'];

/** Names of offices, and those of trade offices also with a word before the city: "atase perdagangan di Den Haag". */
export function officeNames(names: readonly string[]): string[] {
  const spoken = names.flatMap((name) => {
    const [, kind, city] = OF_A_CITY.exec(name) ?? [];
    return kind && city ? BETWEEN.map((word) => `${kind} ${word} ${city}`) : [];
  });
  return [...new Set([...names, ...spoken])];
}
