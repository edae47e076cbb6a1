import { describe, expect, it } from '@jest/globals';
import { maskPersonal } from '../../src/cases/masking.ts';

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
