import type { Slot } from '../../knowledge/schema.ts';
import type { UnknownName } from '../types.ts';
import type { Token } from '../words/tokenise.ts';

/** What the finder must know of the text and the knowledge. */
export interface UnknownNameContext {
  readonly tokens: readonly Token[];
  /** Whether a known name covers the token. */
  isNamed(at: number): boolean;
  /** Whether the token is written as a name is. */
  isCapital(at: number): boolean;
  /** Whether the text names a country or an agreement we know. */
  readonly hasPartner: boolean;
  /** A word of everyday language or of the knowledge's phrasings. */
  isOrdinary(word: string): boolean;
  /** An ordinary word as it stands, or a town at home with a slip: what stands beside an office is no mistyped word. */
  isKnownWord(word: string): boolean;
  /** A name of this kind can only be unknown where names of the kind are known. */
  hasKind(kind: Slot): boolean;
}

const FORM_CUES = new Set(['form', 'formulir']);
const CERTIFICATE_CUES = new Set(['ska', 'coo', 'form', 'formulir', 'eska']);
const AGREEMENT_CUES = new Set(['fta', 'cepa', 'pta', 'epa', 'cecpa']);
/** They tell of an agreement, though what follows them need not name it. */
const AGREEMENT_WORDS = new Set([...AGREEMENT_CUES, 'perjanjian', 'kesepakatan', 'agreement', 'agreements']);
const JOINING_CUES = new Set(['dengan', 'dgn', 'sama', 'with', 'and', 'dan', 'antara']);
const HOME = new Set(['indonesia', 'indo', 'ri']);
const REGULATION_CUES = new Set([
  ...[
    'permendag',
    'kepmendag',
    'pmk',
    'kmk',
    'pp',
    'perpres',
    'keppres',
    'inpres',
    'uu',
    'perppu',
    'permenkeu',
    'permentan',
  ],
  ...['permenperin', 'perban', 'permen', 'kepmen', 'perka', 'peraturan', 'perdirjen', 'sk'],
]);
const OFFICE_CUES = new Set(['itpc', 'atdag', 'kbri', 'konjen', 'kjri', 'perwadag', 'attache', 'atase']);
const UNIT_CUES = new Set(['kantor', 'dinas', 'balai', 'ditjen', 'direktorat', 'office']);
/** Offices of which there are several: where one is asked for, the place must be one we know. */
const PLACED_OFFICES = new Set([
  ...OFFICE_CUES,
  'ipska',
  'cukai',
  'karantina',
  'disperindag',
  'bpsmb',
  'perwakilan',
  'customs',
  'lab',
]);
const PLACING_CUES = new Set(['di', 'in', 'on', 'at', 'untuk', 'for']);
/** Planets and the like: never a place with an office. */
const NOWHERE = new Set(['mars', 'bulan', 'moon', 'venus', 'jupiter', 'planet', 'surga', 'langit']);
const DIRECTION_CUES = new Set(['ke', 'to', 'negara', 'country', 'teng', 'neng', 'ning', 'menyang', 'dhateng']);
const PURPOSE_CUES = new Set(['untuk', 'utk', 'for', 'buat', 'tujuan', 'pasar', 'market', 'di', 'in']);
const TRADE_WORDS =
  /^(?:(?:meng|di|nge|pe)?[ei]?(?:ks|xp|ksp)or\w*|export\w*|kirim\w*|ngirim\w*|mengirim|dikirim|ship\w*|send|sell\w*|jual\w*|form|ska|coo|tarif\w*|tariff\w*|duty|bea|masuk|pasar|buyer|pembeli|kalau|kalo|klo|kl|nek|about|perjanjian|fta|cepa|agreement|dagang|barang|goods)$/;
/** Words that may follow any cue without naming anything. */
const NO_NAMES = new Set(
  `a an the of for to in on at and or is are do does i we you my our this that it which what where how who when can could should need have has
yang yg apa apakah mana dimana siapa kapan berapa kenapa mengapa bagaimana gimana gmn itu ini ada di ke dari untuk utk buat dan atau dengan dgn bisa boleh
harus perlu mau ya kah sih dong nya saya kami kita anda adalah tidak gak ga nggak belum sudah udah juga saja aja lagi kalau kalo jika bila bukan cuma hanya
atase perdagangan dagang trade attache negara tujuan luar negeri terdekat setempat terkait pusat resmi online baru lama semua setiap tiap para oleh pada
bantu membantu cari mencari punya kerja tugas fungsi kontak alamat nomor no wa email telepon tutup buka biaya gratis hilang salah tolak ditolak batal kosong
ski ska coo form formulir fta cepa pta indonesia asean preferensi elektronik asli lengkap khusus umum tertentu lain lainnya sama ekspor impor
contact address phone please any all`.split(/\s+/),
);
const SHORTEST_PLACE = 4;
const LONGEST_FORM = 8;
const TRADE_REACH = 6;
/** In a message this short, "ke X" is all it says. */
const FEW_WORDS = 3;

/**
 * Finds words that stand where a name must stand and are no name we know: "form z", "FTA Indonesia-Wakanda",
 * "SKA untuk Atlantis", "ITPC Lima", "Permendag 99/2031".
 *
 * A neighbour's facts would be a wrong answer, so the question is better left open. Ordinary words, towns at home and
 * words of the phrasings are no names: "ke luar negeri", "untuk pemula", "ke bea cukai".
 */
export function findUnknownNames(context: UnknownNameContext): UnknownName[] {
  const found: UnknownName[] = [];
  context.tokens.forEach((_, at) => {
    if (context.isNamed(at)) return;
    const kind = kindAt(context, at);
    const text = kind === 'regulation' ? regulationAt(context, at) : context.tokens[at]?.text;
    if (kind && text && (kind === 'name' || context.hasKind(kind))) found.push({ kind, text });
  });
  return found;
}

function kindAt(context: UnknownNameContext, at: number): UnknownName['kind'] | undefined {
  const word = wordAt(context, at);
  if (REGULATION_CUES.has(word) && regulationAt(context, at)) return 'regulation';
  if (NO_NAMES.has(word)) return undefined;
  if (isUnknownForm(context, at)) return 'agreement';
  if (isUnknownPartner(context, at)) return 'agreement';
  if (OFFICE_CUES.has(wordAt(context, at - 1)) && /^[a-z]{3,}$/.test(word) && !isKnownContinuation(context, at))
    return 'destination';
  if (isOfficeElsewhere(context, at)) return 'destination';
  if (!isStrange(context, at)) return undefined;
  if (isUnknownPlace(context, at)) return 'destination';
  return UNIT_CUES.has(wordAt(context, at - 1)) ? 'unit' : undefined;
}

const wordAt = ({ tokens }: UnknownNameContext, at: number): string => tokens[at]?.text ?? '';

function isStrange(context: UnknownNameContext, at: number): boolean {
  const word = wordAt(context, at);
  const isKnown = context.isCapital(at) ? context.isKnownWord(word) : context.isOrdinary(word);
  return /^[a-z]+$/.test(word) && word.length >= SHORTEST_PLACE && !isKnown;
}

/** "form z", "form xyz"; not "form yang …", "form i need". */
function isUnknownForm(context: UnknownNameContext, at: number): boolean {
  const before = wordAt(context, at - 1);
  const word = wordAt(context, at);
  if (!CERTIFICATE_CUES.has(before) || context.isNamed(at - 1)) return false;
  if (/^[a-z]$/.test(word)) return word !== 'i' && word !== 'a' && word !== 'g' && word !== 'y';
  return (
    FORM_CUES.has(before) &&
    /^[a-z0-9]+$/.test(word) &&
    word.length <= LONGEST_FORM &&
    !/^\d+$/.test(word) &&
    !context.isOrdinary(word)
  );
}

/** "FTA Indonesia-Wakanda", "perjanjian dagang dengan Wakanda", "fta wakanda"; not beside a partner or agreement we know. */
function isUnknownPartner(context: UnknownNameContext, at: number): boolean {
  if (!isStrange(context, at) || context.hasPartner) return false;
  const [before, after] = [wordAt(context, at - 1), wordAt(context, at + 1)];
  if (AGREEMENT_CUES.has(before)) return true;
  const isJoined = HOME.has(before) || HOME.has(after) || JOINING_CUES.has(before);
  return isJoined && context.tokens.some(({ text }) => AGREEMENT_WORDS.has(text));
}

/** "ekspor ke Wakanda", "SKA untuk Atlantis", "kalau ke Wakanda?". */
function isUnknownPlace(context: UnknownNameContext, at: number): boolean {
  const before = wordAt(context, at - 1);
  if (!DIRECTION_CUES.has(before) && !PURPOSE_CUES.has(before)) return false;
  const reach = context.tokens.slice(Math.max(0, at - 1 - TRADE_REACH), at - 1).map(({ text }) => text);
  const after = context.tokens.slice(at + 1, at + 1 + TRADE_REACH).map(({ text }) => text);
  if (DIRECTION_CUES.has(before))
    return [...reach, ...after].some((word) => TRADE_WORDS.test(word)) || context.tokens.length <= FEW_WORDS;
  const cue = reach.at(-1) ?? '';
  return CERTIFICATE_CUES.has(cue) || TRADE_WORDS.test(cue) || cue === 'tujuan';
}

/** "ipska di mars", "trade attache in Wakanda": an office in a place that is neither at home nor a name we know. */
function isOfficeElsewhere(context: UnknownNameContext, at: number): boolean {
  const word = wordAt(context, at);
  if (!PLACING_CUES.has(wordAt(context, at - 1)) || !/^[a-z]{4,}$/.test(word)) return false;
  const office = [at - 2, at - 3].some((place) => PLACED_OFFICES.has(wordAt(context, place)));
  return office && (NOWHERE.has(word) || !context.isKnownWord(word));
}

/** After "ITPC" even an ordinary word may be a city ("Lima"), unless the sentence plainly goes on. */
function isKnownContinuation(context: UnknownNameContext, at: number): boolean {
  const word = wordAt(context, at);
  if (NO_NAMES.has(word)) return true;
  const isLast = at === context.tokens.length - 1;
  return context.isOrdinary(word) && !(isLast && word === 'lima');
}

const REGULATION_NUMBER = /^\d{1,4}$/;

/** "permendag 99 2031", "pmk nomor 7 tahun 2030": the citation, when a number follows and no known name covers it. */
function regulationAt(context: UnknownNameContext, at: number): string | undefined {
  let next = at + 1;
  while (['no', 'nomor', 'nomer', 'number'].includes(wordAt(context, next)) && next < at + 2) next++;
  if (!REGULATION_NUMBER.test(wordAt(context, next)) || context.isNamed(next)) return undefined;
  const year = ['tahun', 'thn', 'th', 'of'].includes(wordAt(context, next + 1)) ? next + 2 : next + 1;
  const end = /^(?:19|20)\d\d$/.test(wordAt(context, year)) ? year : next;
  return context.tokens
    .slice(at, end + 1)
    .map(({ text }) => text)
    .join(' ');
}
