/** The kabupaten and kota of Central Java. */
const KABUPATEN = `Banjarnegara Banyumas Batang Blora Boyolali Brebes Cilacap Demak Grobogan Jepara Karanganyar Kebumen
  Kendal Klaten Kudus Magelang Pati Pekalongan Pemalang Purbalingga Purworejo Rembang Semarang Sragen Sukoharjo Tegal
  Temanggung Wonogiri Wonosobo`.split(/\s+/);
const KOTA = ['Magelang', 'Pekalongan', 'Salatiga', 'Semarang', 'Surakarta', 'Tegal'];
/** What people call them. */
const BY_OTHER_NAMES: Readonly<Record<string, string>> = { solo: 'Kota Surakarta', purwokerto: 'Kabupaten Banyumas' };

/**
 * The kabupaten or kota that an exporter named beside her company; null: none of Central Java.
 *
 * "Semarang" by itself may be either, and is reported as either.
 */
export function regionOf(company: string | null): string | null {
  const words = (company ?? '').toLowerCase();
  const other = Object.keys(BY_OTHER_NAMES).find((name) => hasWord(words, name));
  if (other) return BY_OTHER_NAMES[other] ?? null;
  const name = [...KOTA, ...KABUPATEN].find((one) => hasWord(words, one.toLowerCase()));
  return name ? rankOf(name, words) : null;
}

function rankOf(name: string, words: string): string {
  const [isKota, isKabupaten] = [KOTA.includes(name), KABUPATEN.includes(name)];
  if (isKota && (!isKabupaten || hasWord(words, `kota ${name.toLowerCase()}`))) return `Kota ${name}`;
  if (!isKota || /\bkab(upaten|\.)?\s/.test(words)) return `Kabupaten ${name}`;
  return `${name} (kota/kabupaten)`;
}

function hasWord(words: string, name: string): boolean {
  return new RegExp(`(^|[^a-z])${name}([^a-z]|$)`).test(words);
}
