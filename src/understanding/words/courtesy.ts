import { findPhrases, indexPhrases, wordsOf } from './phraseIndex.ts';
import type { Token } from './tokenise.ts';

/**
 * Greetings, forms of address and pleas as letters and WhatsApp messages open and close with. Said of no subject: they
 * drown a question of a few words. Chat spellings are already made plain.
 */
const PHRASES = `
selamat pagi | selamat siang | selamat sore | selamat malam | assalamualaikum | assalamualaikum wr wb | assalamualaikum warahmatullahi wabarakatuh | wr wb
salam sejahtera | salam hormat | salam kenal | dengan hormat | permisi | permisi sebelumnya | sugeng enjing | sugeng siang | sugeng sonten | sugeng dalu | kulo nuwun
bapak | ibu | pak | bu | mas | mbak | kak | bang | gan | admin | bapak ibu | bapak atau ibu | bpk ibu | halo | hallo | hai | halo min | hi min | pagi min | pagi pak | pagi bu
maaf | mohon maaf | maaf sebelumnya | mohon maaf sebelumnya | mohon maaf mengganggu | maaf mengganggu | mohon izin | izin bertanya | izin tanya | izin menanyakan
numpang tanya | mau tanya | mau bertanya | mau nanya | ingin tanya | ingin bertanya | ingin menanyakan | saya mau tanya | saya mau bertanya | saya ingin bertanya
saya mau nanya | saya ingin menanyakan | saya ingin tanya | kami ingin bertanya | kami mau tanya | mohon bantuan | mohon bantuannya | mohon dibantu | mohon info
mohon infonya | mohon informasi | mohon informasinya | mohon penjelasan | mohon penjelasannya | mohon dijelaskan | mohon arahan | mohon arahannya | mohon bimbingan
mohon bimbingannya | mohon petunjuk | mohon petunjuknya | mohon pencerahan | mohon pencerahannya | minta info | minta infonya | minta penjelasan | tolong dijelaskan
tolong jelaskan | tolong infonya | tolong info | mohon diinformasikan | terima kasih | terima kasih banyak | terima kasih sebelumnya | sebelumnya terima kasih
atas perhatiannya | atas bantuannya | atas jawabannya | atas informasinya | nggih | nuwun | nuwun sewu | tanya dong | tanya min
dear sir | dear madam | dear sir or madam | dear team | dear admin | good morning | good afternoon | good evening | hello | hello there | hi there | kindly
kindly advise | please advise | please kindly | could you please | can you please | excuse me | sorry | thank you | thank you in advance | thanks in advance | many thanks
thank you very much | best regards | kind regards | regards
`;

const INDEX = indexPhrases(
  PHRASES.trim()
    .split(/\s*[|\n]\s*/)
    .map((phrase) => [wordsOf(phrase), true] as const),
);

/** Without them a message must still say something; else it is a greeting or thanks. */
const FEWEST_LEFT = 2;

/** The tokens without the courtesies around what is asked. */
export function withoutCourtesy(tokens: readonly Token[]): readonly Token[] {
  const polite = findPhrases(INDEX, tokens);
  const left = tokens.filter((_, at) => !polite.some(({ from, to }) => at >= from && at < to));
  return left.length >= FEWEST_LEFT ? left : tokens;
}
