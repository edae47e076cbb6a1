import type { Understanding } from '../../understanding/index.ts';

/** Words around a product and a country that ask for nothing but the shipment of the one to the other. */
const PLAIN = new Set(
  `mau ingin pengen pengin pingin kepengin kepengen akan bisa boleh bs apakah saya aku kami kita kulo ekspor export eksport mengekspor ngekspor pengiriman kirim
mengirim ngirim jual menjual jualan bawa masuk ke buat untuk utk tujuan negara pasar dari indonesia jawa tengah ya yah pak bu bapak ibu min admin mas mbak kak gan halo
permisi tolong mohon info dong nih produk barang apa saja aja sih yang perlu butuh harus syarat syaratnya persyaratan ketentuan aturan dokumen gimana bagaimana cara caranya
badhe teng menyang neng nang pripun piye nggih i we want would like wanna to export exporting exports ship shipping sell selling send sending our my the from for of into in
how do can could please what need needed requirement requirements document documents rules about hi hello a and`.split(
    /\s+/,
  ),
);

/**
 * Whether a question names a product and a country and says nothing else that matters: "mau ekspor kerupuk ke Australia".
 *
 * Such a question asks for the brief, whatever entry happens to speak of the same goods.
 */
export function isPlainShipment({ words, entities }: Understanding): boolean {
  const kinds = new Set(entities.map(({ kind }) => kind));
  if (kinds.size !== 2 || !kinds.has('product') || !kinds.has('destination')) return false;
  const named = new Set(entities.flatMap(({ text }) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  return words.every((word) => word.startsWith('{') || named.has(word) || PLAIN.has(word));
}
