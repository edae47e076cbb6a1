import type { Corpus, CorpusEntry, NamedRow } from '../../src/understanding/index.ts';

const entry = (id: string, id_: string, en: string, slots: CorpusEntry['slots'] = []): CorpusEntry => ({
  id,
  slots,
  phrasings: [
    ...id_.split(' | ').map((text) => ({ text, language: 'id' as const })),
    ...en.split(' | ').map((text) => ({ text, language: 'en' as const })),
  ],
});

const entries: readonly CorpusEntry[] = [
  entry(
    'destination.form',
    'form apa untuk ekspor ke {destination} | ke {destination} pakai ska apa | ska {destination} | ada fta dengan {destination} ga | buyer {destination} minta coo, form yang mana | perjanjian indonesia {destination}',
    'which form do I use for {destination} | certificate of origin for {destination} | is there a trade agreement with {destination}',
    ['destination'],
  ),
  entry(
    'destination.tariff',
    'berapa bea masuk ke {destination} | tarif {destination} | tarif bea masuk {destination} berapa persen | duty ke {destination} brp | apakah bea masuk di {destination} nol',
    'what is the import duty in {destination} | tariff for {destination} | how much duty in {destination}',
    ['destination'],
  ),
  entry(
    'destination.office',
    'kontak itpc {destination} | atase perdagangan di {destination} | nomor atdag {destination} | perwakilan dagang indonesia di {destination}',
    'trade attache in {destination} | itpc {destination} contact | indonesian trade office in {destination}',
    ['destination'],
  ),
  entry(
    'brief',
    'mau ekspor {product} ke {destination} | kirim {product} ke {destination} syaratnya apa | jual {product} ke {destination} gimana',
    'I want to export {product} to {destination} | what do I need to sell {product} in {destination}',
    ['product', 'destination'],
  ),
  entry(
    'product.hs',
    'kode hs {product} | hs code {product} brp | nomor hs untuk {product} apa',
    'hs code for {product} | what is the hs code of {product}',
    ['product'],
  ),
  entry(
    'agreement.validity',
    'masa berlaku {agreement} | {agreement} berlaku berapa lama | sampai kapan {agreement} berlaku',
    'how long is {agreement} valid | validity of {agreement}',
    ['agreement'],
  ),
  entry(
    'regulation.about',
    '{regulation} tentang apa | isi {regulation} | {regulation} masih berlaku ga',
    'what does {regulation} say | is {regulation} still in force',
    ['regulation'],
  ),
  entry(
    'liaison.contact',
    'kontak {unit} | alamat {unit} | nomor telepon {unit}',
    'contact of {unit} | phone number of {unit}',
    ['unit'],
  ),
  entry(
    'kayu-amerika',
    'mebel kayu ke amerika harus lacey act | syarat kayu masuk amerika | furniture ke amerika dokumen kayunya apa | aturan kayu amerika serikat',
    'timber rules of the USA for furniture | furniture to the United States wood declaration',
  ),
  entry(
    'term.meaning',
    'apa itu {term} | {term} artinya apa | kepanjangan {term} | maksudnya {term}',
    'what is {term} | meaning of {term} | what does {term} stand for',
    ['term'],
  ),
  entry(
    'ska-cara-urus',
    'cara mengurus ska | gimana cara bikin ska min | langkah membuat surat keterangan asal | prosedur penerbitan ska | mau bikin ska mulai dari mana',
    'how do I apply for a certificate of origin | steps to get a COO | how to get a certificate of origin issued',
  ),
  entry(
    'ska-hilang',
    'ska saya hilang | ska ilang di kurir gmn | form d hilang bisa minta lagi ga | dokumen coo tercecer | duplikat ska | salinan ska yang hilang',
    'I lost the certificate of origin | lost COO | duplicate of the certificate of origin',
  ),
  entry(
    'ska-biaya',
    'biaya bikin ska berapa | ska bayar ga | apakah ska gratis | tarif penerbitan ska | ongkos urus ska',
    'how much does a certificate of origin cost | is the COO free | fee for a certificate of origin',
  ),
  entry(
    'peb-kapan',
    'peb paling lambat kapan | batas waktu peb | kapan peb harus dimasukkan sebelum kapal jalan | deadline peb',
    'when must the export declaration be filed | deadline for PEB | latest time to submit the PEB',
  ),
  entry(
    'peb-apa',
    'apa itu peb | peb itu dokumen apa | fungsi pemberitahuan ekspor barang',
    'what is a PEB | what is the export declaration for',
  ),
  entry(
    'pelatihan',
    'pelatihan ekspor gratis ada ga | jadwal pelatihan ekspor | daftar kursus ekspor umkm | mau ikut kelas ekspor',
    'export training for small businesses | free export course | how do I join export training',
  ),
  entry(
    'buyer-cari',
    'cara cari buyer luar negeri | gimana dapat pembeli | mencari pembeli di luar negeri untuk pemula | butuh buyer',
    'how do I find buyers abroad | where to find foreign buyers | looking for a buyer',
  ),
  entry(
    'pusat-jam',
    'jam buka fta center | fta center buka hari apa | jam layanan kantor fta center',
    'opening hours of the FTA center | when is the FTA center open',
  ),
  entry(
    'pusat-alamat',
    'alamat fta center | kantor fta center di mana | lokasi fta center semarang',
    'address of the FTA center | where is the FTA center',
  ),
];

const row = (kind: NamedRow['kind'], id: string, names: string, ambiguous = ''): NamedRow => ({
  kind,
  id,
  names: names.split(' | '),
  ambiguous: ambiguous === '' ? [] : ambiguous.split(' | '),
});

const names: readonly NamedRow[] = [
  row('destination', 'CL', 'Chile | Chili | Cile', 'cili'),
  { ...row('destination', 'HU', 'Hungaria | Hungary | Budapest'), within: 'EU' },
  row('destination', 'KH', 'Kamboja | Cambodia'),
  row('destination', 'MY', 'Malaysia'),
  row('destination', 'JP', 'Jepang | Japan | Osaka'),
  row('destination', 'KR', 'Korea Selatan | South Korea | Korea | korsel'),
  { ...row('destination', 'KP', 'Korea Utara | North Korea'), isUncovered: true },
  { ...row('destination', 'ML', 'Mali'), isUncovered: true },
  row('destination', 'US', 'Amerika Serikat | United States | Amerika | USA', 'us'),
  row('destination', 'EU', 'Uni Eropa | European Union | Eropa'),
  row('product', 'kopi', 'kopi | coffee | green bean'),
  row('product', 'gula-semut', 'gula semut | coconut sugar | gula kelapa'),
  row('product', 'mebel', 'mebel | furniture | furnitur | kursi'),
  row('product', 'kulit', 'kulit | leather'),
  row('product', 'sandal', 'sandal | sandals'),
  row('agreement', 'ATIGA', 'ATIGA | form d | form-d'),
  row('agreement', 'ACFTA', 'ACFTA | form e'),
  row('agreement', 'IK-CEPA', 'IK-CEPA | form ki-cepa | form ki cepa'),
  row('unit', 'djbc-bravo', 'Bravo Bea Cukai | bea cukai'),
  row('unit', 'perwadag', 'ITPC | atase perdagangan | atdag'),
  row('regulation', 'permendag-24-2018', 'Permendag 24/2018 | permendag 24 tahun 2018'),
  row('term', 'peb', 'PEB | pemberitahuan ekspor barang'),
  row('term', 'nkv', 'NKV | nomor kontrol veteriner'),
  row('term', 'fob', 'FOB | free on board'),
];

/** A small knowledge of trade questions, enough to see how questions are read and decided. */
export const corpus: Corpus = {
  entries,
  names,
  synonyms: [
    { id: 'ska', variants: ['ska', 'coo', 'surat keterangan asal', 'certificate of origin'], ambiguous: ['co'] },
    { id: 'peb', variants: ['peb', 'pemberitahuan ekspor barang', 'export declaration'], ambiguous: ['pep'] },
  ],
  spellings: [
    { word: 'ekspor', spellings: ['eksport', 'expor'] },
    { word: 'berapa lama', spellings: ['sak piro suwe'] },
  ],
};
