/** Words that many questions share and none is about. */
const EMPTY = new Set(
  `apa apakah ada adalah agar aku anda atau bagaimana bagi berapa bisa bisakah boleh buat bu pak mas mbak min kak dan dari
  dengan di gimana ini itu jika juga kah kalau kalo karena ke kepada mana mau mohon ya yg yang nya oleh pada para saya kami
  kita sama sampai secara sih dong deh kok siapa sudah supaya tapi tentang terhadap tersebut tidak tolong untuk utk dapat
  dapatkah halo selamat pagi siang sore malam assalamualaikum permisi tanya info
  a an and any are at be by can could do does for from have hello hi how i in is it may me my of on or our please
  should so that the there this to us we what when where which who why will with would you your`.split(/\s+/),
);

/**
 * The marks by which one question is compared with another: the three-letter pieces of its words, their beginnings
 * and ends among them, so that typing errors and endings change few of them. Words that say nothing are left out,
 * unless nothing else is there.
 */
export function marksOf(question: string): Set<string> {
  const words = wordsOf(question);
  const telling = words.filter((word) => !EMPTY.has(word));
  return new Set((telling.length > 0 ? telling : words).flatMap(piecesOf));
}

/** How much two questions share, from 0 to 1: twice the common marks over all marks. */
export function likeness(shared: number, one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * shared) / (one + other);
}

function wordsOf(question: string): string[] {
  return (
    question
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function piecesOf(word: string): string[] {
  const padded = `<${word}>`;
  return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
}
