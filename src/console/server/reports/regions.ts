/** The kabupaten and kota of Central Java. Where both bear a name, the bare name is the kabupaten. */
const KABUPATEN = `Banjarnegara Banyumas Batang Blora Boyolali Brebes Cilacap Demak Grobogan Jepara Karanganyar Kebumen
  Kendal Klaten Kudus Magelang Pati Pekalongan Pemalang Purbalingga Purworejo Rembang Semarang Sragen Sukoharjo Tegal
  Temanggung Wonogiri Wonosobo`.split(/\s+/);
const KOTA = ['Magelang', 'Pekalongan', 'Salatiga', 'Semarang', 'Surakarta', 'Tegal'];
/** What people call them. */
const BY_OTHER_NAMES: Readonly<Record<string, string>> = { solo: 'Kota Surakarta', purwokerto: 'Kabupaten Banyumas' };
const ONLY_KOTA = new Set(KOTA.filter((name) => !KABUPATEN.includes(name)));

/**
 * The kabupaten or kota that an exporter named beside her company; null: none of Central Java.
 *
 * "Semarang" by itself may be either: it is taken for the kota only where she says so.
 */
export function regionOf(company: string | null): string | null {
  const words = (company ?? '').toLowerCase();
  const other = Object.keys(BY_OTHER_NAMES).find((name) => hasWord(words, name));
  if (other) return BY_OTHER_NAMES[other] ?? null;
  const kota = KOTA.find((name) => (ONLY_KOTA.has(name) ? hasWord(words, name) : hasWord(words, `kota ${name}`)));
  if (kota) return `Kota ${kota}`;
  const kabupaten = KABUPATEN.find((name) => hasWord(words, name));
  return kabupaten ? `Kabupaten ${kabupaten}` : null;
}

function hasWord(words: string, name: string): boolean {
  return new RegExp(`(^|[^a-z])${name.toLowerCase()}([^a-z]|$)`).test(words);
}
