/** Forms that no ending explains → the plain word. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `bought buy|paid pay|sent send|lost lose|stole steal|stolen steal|took take|taken take|got get|gotten get|went go|gone go|made make
did do|done do|does do|was be|is be|are be|were be|been be|am be|im be|has have|had have|ive have|cannot cant|found find|gave give|given give
told tell|left leave|said say|came come|forgot forget|forgotten forget|broke break|broken break|withdrew withdraw|withdrawn withdraw
thought think|knew know|known know|doesnt dont|didnt dont|isnt not|arent not|wasnt not|werent not|hasnt havent|hadnt havent|wont cant
couldnt cant|held hold|kept keep|sold sell|spent spend|chose choose|chosen choose|wrote write|written write|froze freeze|frozen freeze`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

const SHORTEST_ROOT = 3;

/** Strips English endings, lightly: "charged" → "charg", "countries" → "country". A root need not be a word. */
export function stemEnglish(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular) return irregular;
  if (word.length <= SHORTEST_ROOT) return word;
  const single = word
    .replace(/sses$/, 'ss')
    .replace(/([a-z]{2})ies$/, '$1y')
    .replace(/([^aious])s$/, '$1');
  const bare = withoutEnding(single);
  const root = bare.replace(/(?:ation|ition)$/, '').replace(/(?:ment|ness|ly)$/, '');
  const short = root.length > SHORTEST_ROOT ? root.replace(/e$/, '') : root;
  const cut = short.length < SHORTEST_ROOT ? bare : short;
  return cut === word ? word : cut.replace(/i$/, 'y');
}

function withoutEnding(word: string): string {
  const root = word.replace(/(?:ing|edly|ed)$/, '');
  if (root === word || root.length < SHORTEST_ROOT || !/[aeiouy]/.test(root)) return word;
  return /([bdfgmnprt])\1$/.test(root) ? root.slice(0, -1) : root;
}
