import { countEdits } from './countEdits.ts';

/**
 * Places in Indonesia that questions name and that are no export destination: "dari Jepara", "kirim lewat Surabaya".
 * They are ordinary words for us: never an unknown country.
 */
const PLACES = new Set(
  `jateng jatim jabar diy dki jawa tengah timur barat yogyakarta jogja yogya jakarta bandung surabaya semarang smg solo surakarta salatiga magelang
pekalongan tegal banjarnegara banyumas purwokerto batang blora cepu boyolali brebes cilacap demak grobogan purwodadi jepara karanganyar kebumen kendal
weleri klaten kudus pati pemalang purbalingga purworejo kutoarjo rembang lasem sragen sukoharjo temanggung wonogiri wonosobo ungaran ambarawa kaliwungu
bawen mranggen juwana tayu kartasura delanggu gombong slawi bumiayu majenang cepogo tumang serenan trangsan tanjung emas mas perak priok tpks
ahmad yani adi soemarmo kulonprogo sleman bantul gunungkidul bogor depok bekasi tangerang banten serang cirebon tasikmalaya garut sukabumi malang sidoarjo
gresik kediri madiun jember banyuwangi pasuruan mojokerto tuban lamongan madura bali denpasar lombok mataram ntb ntt kupang flores sumatera sumatra medan
aceh padang riau pekanbaru batam jambi palembang lampung bengkulu bangka belitung kalimantan pontianak banjarmasin samarinda balikpapan sulawesi makassar
manado palu kendari gorontalo maluku ambon ternate papua jayapura sorong merauke indonesia nusantara ikn jabodetabek pantura`.split(
    /\s+/,
  ),
);

/** Whether a word names a place in Indonesia. */
export function isHomePlace(word: string): boolean {
  return PLACES.has(word);
}

/** Whether a word is a place in Indonesia with one slip of the keys. */
export function isNearHomePlace(word: string): boolean {
  for (const place of PLACES)
    if (place.length > 4 && Math.abs(place.length - word.length) < 2 && countEdits(word, place) === 1) return true;
  return false;
}
