/**
 * Nouns of the trade that belong to one language alone. They tell the language of a message of two or three words, where
 * no everyday word does: "rattan furniture", "export license".
 */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** English; Indonesians also mix them into their sentences. */
export const ENGLISH_TRADE_WORDS = list(`
license licence licenses licences permit permits certificate certificates origin duty duties tariff tariffs insurance furniture rattan wood wooden timber teak
bamboo fabric fabrics cloth textile textiles garment garments clothing clothes shirt shirts shoes sandals bag bags leather coffee tea sugar coconut spices spice nutmeg
clove cloves pepper vanilla cinnamon honey rice crackers chips noodles snacks fish shrimp crab seaweed frozen food beans cocoa chocolate charcoal briquettes
broom brooms basket baskets ceramics pottery jewellery jewelry silver brass glass stone candles soap cosmetics skincare oil oils herbal export exports exporting
exported exporter exporters import imports importing imported importer importers shipment shipments goods customs quarantine agreement agreements country countries
market markets requirement requirements regulation regulations rules declaration forms trade attache embassy training freight price prices tax taxes chair chairs
table tables door doors handicraft handicrafts craft crafts product products label labels packaging sample samples parcel vessel port warehouse fee fees bye goodbye
`);

/** Indonesian. */
export const INDONESIAN_TRADE_WORDS = list(`
bea cukai pabean kepabeanan telp tlp biji pala cengkeh lada mebel kopi teh rotan bambu kayu kerajinan kerupuk keripik udang ikan gula kelapa semut rempah sambal abon
jamu minyak sabun lilin tenun sarung sepatu tas kulit perak logam keramik gerabah kuningan sapu lidi bulu arang briket cokelat coklat kakao madu beras tepung
perjanjian peraturan formulir surat keterangan sertifikat karantina pajak tarif ongkir pelabuhan peti kemas kontainer perdagangan atase kedutaan konjen dinas
`);

/** Terms of several words that travel whole into any language. */
export const TRAVELLING_TERMS = [
  'certificate of origin',
  'country of origin',
  'declaration of origin',
  'statement of origin',
  'proof of origin',
  'rules of origin',
  'bill of lading',
  'letter of credit',
  'back to back',
  'free on board',
  'free trade agreement',
  'certificate of analysis',
  'certificate of free sale',
  'door to door',
  'port to port',
  'cut off time',
] as const;
