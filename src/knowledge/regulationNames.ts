/** How the kinds of acts are also called: the short name as cited → other names people write. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  permendag: ['peraturan menteri perdagangan', 'peraturan mendag', 'minister of trade regulation'],
  kepmendag: ['keputusan menteri perdagangan', 'minister of trade decree'],
  pmk: ['peraturan menteri keuangan', 'permenkeu', 'minister of finance regulation'],
  kmk: ['keputusan menteri keuangan', 'kepmenkeu', 'minister of finance decree'],
  pp: ['peraturan pemerintah', 'government regulation'],
  uu: ['undang-undang', 'law'],
  perpres: ['peraturan presiden', 'presidential regulation'],
  keppres: ['keputusan presiden', 'presidential decree'],
  'peraturan bpom': ['perbpom', 'perka bpom', 'bpom', 'bpom regulation'],
  'peraturan badan karantina': ['perban', 'peraturan barantin', 'peraturan badan karantina indonesia'],
  'permen kp': ['permenkp', 'peraturan menteri kelautan dan perikanan'],
  per: ['perdirjen', 'peraturan dirjen'],
  se: ['surat edaran'],
};

/** Kind, number, issuing unit if any, year: "Permendag 24/2018", "PMK 155/PMK.04/2022", "PER-9/BC/2023". */
const CITATION = /^(\p{L}[\p{L} ]*?)[ -](\d{1,4})(?:\/([\p{L}][\p{L}\d.\-/]*?))?\/((?:19|20)\d\d)$/u;

/**
 * The ways people write a citation: "PP 8/2025", "pp nomor 8 tahun 2025", "peraturan pemerintah no 8 tahun 2025",
 * "Government Regulation 8 of 2025". Empty for a title that is no citation.
 */
export function regulationNames(citation: string): string[] {
  const [, kind = '', number = '', unit, year = ''] = CITATION.exec(citation) ?? [];
  if (kind === '') return [];
  const names = [kind, ...(KINDS[kind.toLowerCase()] ?? [])];
  const numbers = ['', 'no ', 'nomor ', 'number '].map((word) => word + number);
  const years = [
    `/${year}`,
    ` tahun ${year}`,
    ` of ${year}`,
    ...(unit ? [`/${unit}/${year}`, `/${firstPart(unit)}/${year}`] : []),
  ];
  return names.flatMap((name) => numbers.flatMap((one) => years.map((end) => `${name} ${one}${end}`)));
}

/** "PMK.04" is often written without its figure. */
const firstPart = (unit: string): string => unit.split('.')[0] ?? unit;
