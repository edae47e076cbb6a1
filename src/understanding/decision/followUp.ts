import type { Reading } from '../read.ts';

/** Words that only carry a name on from the talk before: "kalau ke …?", "how about …". */
const CARRYING = new Set(
  `kalau kalo klo kl nek lalu terus trus dan atau juga gimana bagaimana ke untuk utk buat dari di yang yg ya yah kah sih dong nih itu ini pak bu min mas mbak kak
gan bang admin ok oke baik kalo misal misalnya jika tentang soal and or what how about if for to in the one ones a an then also please so ok okay well with
pakai pake lewat memakai using under through teng neng ning menyang negara country produk product negaranya produknya sama dengan`.split(
    /\s+/,
  ),
);

/**
 * Whether a text only names something and leaves to the talk before what is asked of it. Whether a country uses a
 * form is asked by itself: "Tiongkok pakai form E ya?".
 */
export function isFollowUp({ words, entities }: Reading): boolean {
  const named = new Set(entities.map(({ kind }) => kind));
  return (
    !(named.has('destination') && named.has('agreement') && words.some(({ text }) => USING.has(text))) &&
    entities.some(({ kind }) => CARRIED.has(kind)) &&
    words.every(({ text, mask, isNamed }) => mask !== undefined || isNamed || CARRYING.has(text))
  );
}

const USING: ReadonlySet<string> = new Set(['pakai', 'pake', 'memakai', 'using']);

const CARRIED: ReadonlySet<string> = new Set(['destination', 'product', 'agreement']);
