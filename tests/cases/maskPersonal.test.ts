import { describe, expect, it } from '@jest/globals';
import { maskInCompanyLine, maskOf, maskPersonal } from '../../src/cases/masking.ts';

describe('maskPersonal', () => {
  const HIDDEN: readonly (readonly [string, string])[] = [
    ['wa saya 0812-3456-7890 ya', 'wa saya [telepon] ya'],
    ['hubungi +62 812 3456 7890', 'hubungi [telepon]'],
    ['6281234567890', '[telepon]'],
    ['08123456789', '[telepon]'],
    ['kantor (0271) 743959', 'kantor [telepon]'],
    ['telp 024-3549477', 'telp [telepon]'],
    ['buyer +81 3 1234 5678', 'buyer [telepon]'],
    ['e-mail sari.rasa@gmail.com.', 'e-mail [e-mail].'],
    ['SARI@usaha.co.id, tolong', '[e-mail], tolong'],
    ['nik 3374010101900001', 'nik [NIK/NPWP]'],
    ['3374 0101 0190 0001', '[NIK/NPWP]'],
    ['npwp 01.234.567.8-901.000', 'npwp [NPWP]'],
    ['rekening BRI 0123-01-012345-50-1', 'rekening BRI [rekening]'],
    ['no rek 1234567890', 'no rek [rekening]'],
  ];
  it.each(HIDDEN)('hides what is in "%s"', (text, expected) => {
    expect(maskPersonal(text)).toBe(expected);
  });

  const SHOWN = [
    'kontainer TEGU1234567 dan MSKU 765432-1',
    'aju 00000000000120261107000123',
    'NPE 000123/KPU.01/2026 tanggal 14 Juli 2026',
    'HS 4402.20.00, 9403.60.90',
    'B/L MAEU123456789',
    'FTA-2026-00042',
    'FOB USD 12.500,00 untuk 2x40 ft, 18000 kg',
    'Permendag 24/2018 pasal 12 ayat 3',
    'jatuh tempo 2026-07-14 16.00 WIB',
    'SKA nomor 0001234/SMG/2026',
  ];
  it.each(SHOWN)('leaves "%s" as it is', (text) => {
    expect(maskPersonal(text)).toBe(text);
  });
});

describe('maskOf', () => {
  const said = (text: string) => ({ by: 'exporter' as const, text, at: '2026-07-13T02:00:00.000Z' });
  const personal = (company: string, ...talk: string[]) => ({ problem: '', company, transcript: talk.map(said) });

  const HIDDEN: readonly (readonly [string, string, string])[] = [
    ['CV Sari Rasa, Kudus', 'barang CV Sari Rasa ditahan', 'barang [nama usaha] ditahan'],
    ['CV Sari Rasa, Kudus', 'punya sari  rasa di Kudus', 'punya [nama usaha] di Kudus'],
    ['CV. Sari Rasa Kudus', 'milik Sari Rasa', 'milik [nama usaha]'],
    ['sari rasa, kudus', 'a/n Sari Rasa', 'a/n [nama usaha]'],
    ['PT Jati Jaya Tbk, Jepara', 'eksportir PT Jati Jaya Tbk', 'eksportir [nama usaha]'],
    ['Jati Makmur Ltd, Jepara', 'Jati Makmur ships', '[nama usaha] ships'],
    ['usaha: Batik Lestari, Pekalongan', 'batik lestari tertahan', '[nama usaha] tertahan'],
    ['Budi Santoso, CV Sari Rasa, Kudus', 'hubungi budi santoso', 'hubungi [nama]'],
    ['Budi Santoso dari CV Sari Rasa', 'tanya pak Budi saja', 'tanya pak [nama] saja'],
    ['CV Sari Rasa (sari@rasa.example)', 'ke sari@rasa.example', 'ke [e-mail]'],
  ];
  it.each(HIDDEN)('of "%s" hides in "%s"', (company, text, expected) => {
    expect(maskOf(personal(company))(text)).toBe(expected);
  });

  const INTRODUCED: readonly (readonly [string, string])[] = [
    ['halo, nama saya budi santoso dari kudus', 'halo, nama saya [nama] dari kudus'],
    ['Perkenalkan saya Sri Wahyuni, eksportir mebel', 'Perkenalkan saya [nama], eksportir mebel'],
    ['saya Agus Setiawan dari CV Maju mau tanya', 'saya [nama] dari CV Maju mau tanya'],
    ['my name is John Doe and I ship coffee', 'my name is [nama] and I ship coffee'],
    ['barang a.n. Siti Aminah tertahan', 'barang a.n. [nama] tertahan'],
  ];
  it.each(INTRODUCED)('hides who introduced herself: "%s"', (text, expected) => {
    expect(maskOf(personal('', text))(text)).toBe(expected);
  });

  it('leaves words that are names only by chance: goods, places, what is no name', () => {
    const mask = maskOf(personal('mebel, Jepara', 'nama saya Melati', 'saya eksportir dari Kudus'));
    const text = 'mebel dari Jepara dan bunga melati, saya eksportir dari Kudus, kontainer TEGU1234567';
    expect(mask(text)).toBe(text);
    expect(mask('kata Bu Melati')).toBe('kata Bu [nama]');
  });

  it('shows which company it is in the one line that says so, without the people', () => {
    const given = 'Budi Santoso, CV Sari Rasa, Kudus, 0812-3456-7890';
    expect(maskInCompanyLine(personal(given))(given)).toBe('[nama], CV Sari Rasa, Kudus, [telepon]');
  });

  it('survives names that are patterns', () => {
    expect(maskOf(personal('CV (A+B)* [x], Kudus'))('milik (A+B)* [x]')).toBe('milik [nama usaha]');
  });
});
