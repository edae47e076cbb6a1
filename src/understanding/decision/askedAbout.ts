import type { Slot } from '../../knowledge/schema.ts';
import type { Reading } from '../read.ts';

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Words that ask or are polite and add nothing to "what is it about". */
const ASKING =
  words(`apa apakah itu ini yang dari adalah ya yah sih dong kah nya nih kok toh to pak bu bapak ibu min mas mbak kak bang gan admin tolong mohon jelaskan
dijelaskan terangkan saya aku kami mau ingin tahu tanya bertanya maaf permisi tentang soal mengenai perihal info informasi sebenarnya sebetulnya kok jadi
what whats is are the a an of on does do can could you u tell me us please explain about i want to know information info hi hello halo`);

/** What may stand beside a name of each kind when nothing is asked but what it is. */
const ABOUT: readonly (readonly [entry: string, kind: Slot, words: ReadonlySet<string>])[] = [
  [
    'regulation.about',
    'regulation',
    new Set([
      ...ASKING,
      ...words(`isi isinya intinya ringkasan ringkasannya mengatur ngatur diatur atur aturannya berlaku masih sudah belum dicabut diubah diganti berubah perubahan perubahannya
terbaru membahas bahas judul judulnya bunyi bunyinya say says content contents summary in force still valid amended revoked changed cover covers regulate regulates`),
    ]),
  ],
  [
    'liaison.contact',
    'unit',
    new Set([
      ...ASKING,
      ...words(`kontak kontaknya alamat alamatnya alamate nomor nomornya nomer telepon teleponnya telpon telp tlp hp wa whatsapp email emailnya surel website web situs
kantor kantornya lokasi lokasinya di mana dimana hubungi menghubungi dihubungi hubunginya lewat cara caranya bagaimana berapa ada minta bisa punya call center layanan
jam buka bukanya contact contacts details phone number numbers address mail reach office where how find get in touch with opening hours for`),
    ]),
  ],
  [
    'programme.about',
    'programme',
    new Set([
      ...ASKING,
      ...words(
        'program programnya penghargaan acara kegiatan bagaimana gimana seperti programme program event award scheme',
      ),
    ]),
  ],
  [
    'term.meaning',
    'term',
    new Set([
      ...ASKING,
      ...words(`arti artinya maksud maksudnya dimaksud istilah istilahnya singkatan singkatannya kepanjangan kepanjangannya pengertian pengertiannya definisi
definisinya makna mean meaning means stand stands for definition define abbreviation acronym short term`),
    ]),
  ],
];

/** The entry that says what a name is, when a text names one row and asks nothing else of it: "nkv itu apa". */
export function askedAbout({ besides, entities }: Reading): string | undefined {
  return ABOUT.find(([, kind, words]) => isOnly(kind, entities) && besides.every((word) => words.has(word)))?.[0];
}

/** A name may be several rows at once, as "SVLK" is a programme and a term; other names must not stand beside it. */
function isOnly(kind: Slot, entities: Reading['entities']): boolean {
  const rows = entities.filter((entity) => entity.kind === kind);
  return (
    rows.length === 1 && entities.every(({ start, end }) => rows.some((row) => start >= row.start && end <= row.end))
  );
}
