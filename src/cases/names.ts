import type { Personal } from './case.ts';

/** A name of this exporter, as it may stand in any text about her case. */
export interface KnownName {
  readonly kind: 'person' | 'company';
  readonly words: string;
  /** Too ordinary a word to be hidden by itself ("Melati" is a flower too): only after "Bu", "Pak" and the like. */
  readonly isAddressed?: boolean;
}

const LEGAL_FORM =
  /^(?:pt|cv|ud|pd|pt\.|cv\.|ud\.|pd\.|firma|fa\.?|koperasi|kub|kelompok|toko|umkm|ikm|yayasan)\b\.?\s*|[\s,]+(?:tbk|ltd|inc|co|corp|gmbh)\b\.?$/giu;
const PLACE =
  /^(?:(?:di|dari|kab\.?|kabupaten|kota|kec\.?|kecamatan|desa)\s.*|(?:kab\.?\s*|kota\s*)?(?:banjarnegara|banyumas|batang|blora|boyolali|brebes|cilacap|demak|grobogan|jepara|karanganyar|kebumen|kendal|klaten|kudus|magelang|pati|pekalongan|pemalang|purbalingga|purworejo|rembang|salatiga|semarang|solo|sragen|sukoharjo|surakarta|tegal|temanggung|ungaran|wonogiri|wonosobo|purwokerto|jawa tengah|jateng|yogyakarta|jogja|jakarta|surabaya|bandung|indonesia))$/iu;
const LEAST_LETTERS = 4;
/** Each costs a look at every text; who gives more hides something else than a name. */
const MOST_NAMES = 20;

/** The names that an exporter has given: as her company, and where she introduced herself. */
export function namesIn({ company, problem, transcript }: Personal): KnownName[] {
  const own = [problem, ...transcript.filter(({ by }) => by === 'exporter').map(({ text }) => text)].join('\n');
  const people = [...peopleBeside(company ?? ''), ...introducedIn(own), ...introducedIn(company ?? '')];
  const found = [...companiesIn(company ?? ''), ...people.flatMap(waysToName)];
  // Longer ones first: what is part of another name is hidden with it.
  return found.sort((one, other) => other.words.length - one.words.length).slice(0, MOST_NAMES);
}

/** "Budi Santoso, CV Sari Rasa, Kudus": the parts that are no place. */
function partsOf(company: string): string[] {
  return company
    .split(/[,;\n/]|\s+(?:dari|from)\s+(?=\S)/iu)
    .map((part) => part.replace(/^\s*(?:nama (?:usaha|perusahaan)(?: saya)?|usaha|perusahaan)\s*:?\s+/iu, '').trim())
    .filter((part) => part !== '' && !PLACE.test(part) && !part.includes('@'));
}

function hasForm(part: string): boolean {
  return part.replace(LEGAL_FORM, '') !== part;
}

function companiesIn(company: string): KnownName[] {
  const parts = partsOf(company);
  const named = parts.some(hasForm) ? parts.filter(hasForm) : parts.slice(0, 1);
  return named.flatMap((part) => {
    const bare = part
      .replace(LEGAL_FORM, '')
      .replace(/\s+(?:di\s+)?(\S+)$/u, (end, word) => (PLACE.test(word) ? '' : end));
    return [part, bare.trim()].filter(isTelling).map((words) => ({ kind: 'company' as const, words }));
  });
}

/** One short or lower-case word is a word like any other, "mebel" for instance. */
function isTelling(name: string): boolean {
  return /\s/.test(name) || (name.length >= LEAST_LETTERS && /\p{Lu}/u.test(name));
}

/** Beside a company with its legal form, what else is named is who answers for it. */
function peopleBeside(company: string): string[] {
  const parts = partsOf(company);
  return parts.some(hasForm) ? parts.filter((part) => !hasForm(part) && isTelling(part)) : [];
}

const INTRODUCTIONS: readonly RegExp[] = [
  /\b(?:nama\s+(?:saya|sy|aku|kulo)|perkenalkan,?\s+(?:nama\s+)?saya|my\s+name\s+is)\s*(?:adalah|:|is)?\s+([\p{L}'. ]{3,60})/giu,
  /\b(?:saya|i\s+am|i'm|this\s+is)\s+([\p{L}'. ]{3,40}?)\s+(?:dari|from)\s+(?:pt|cv|ud|pd|koperasi|kub)\b/giu,
  /\b(?:atas\s+nama|a\.?n\.?|contact\s+person|cp|pic)\s*:?\s+([\p{Lu}][\p{L}'.]+(?: [\p{Lu}][\p{L}'.]+){0,3})/gu,
];
/** Words with which a sentence goes on after a name. */
const GOES_ON =
  /\s(?:dari|di|mau|ingin|akan|punya|dan|yang|saya|sy|sudah|udah|ada|usaha|eksportir|pemilik|owner|dengan|untuk|minta|mohon|tanya|from|and|the|with|want|need|have|who)\b.*$/iu;
const MOST_WORDS = 4;

function introducedIn(text: string): string[] {
  return INTRODUCTIONS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => nameOnly(name))).filter(
    (name) => name.length >= 3,
  );
}

function nameOnly(name: string): string {
  const [line = ''] = ` ${name}`.split(/\.\s|\n/);
  return line
    .replace(GOES_ON, '')
    .trim()
    .replace(TITLE, '')
    .split(/\s+/)
    .slice(0, MOST_WORDS)
    .join(' ')
    .replace(/[.']+$/, '');
}

const TITLE = /^(?:bapak|pak|ibu|bu|mas|mbak|kak|bpk|mr|mrs|ms)\.?\s+/iu;

/** In full anywhere; by the first name only when it is one of somebody who is addressed. */
function waysToName(name: string): KnownName[] {
  const [first = '', ...others] = name.split(/\s+/);
  const isOne = others.length === 0;
  return [
    { kind: 'person', words: name, ...(isOne && { isAddressed: true }) },
    ...(isOne || first.length < 3 ? [] : [{ kind: 'person' as const, words: first, isAddressed: true }]),
  ];
}
