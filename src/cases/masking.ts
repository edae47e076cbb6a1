/**
 * Hides numbers and addresses of people in a text that officials read: e-mail, phone, NIK, NPWP, accounts.
 *
 * What an official needs to find a shipment stays: container, B/L, NPE and aju numbers, HS codes, dates, sums. Those look
 * otherwise: letters before the digits, 26 digits for an aju number, dots in pairs for an HS code.
 */
export function maskPersonal(text: string): string {
  return MASKS.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text);
}

const MASKS: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[e-mail]'],
  // NPWP as printed, 99.999.999.9-999.999
  [/(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}(?!\d)/g, '[NPWP]'],
  // NIK and the 16-digit NPWP
  [/(?<![\d/-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?![\d/-])/g, '[NIK/NPWP]'],
  [/\b(rek(?:ening)?|account|no\.? ?rek|bank \w+)([^\d\n]{0,20})\d[\d -]{6,20}\d/giu, '$1$2[rekening]'],
  [/(?<![\p{L}\d.])(?:\+\s?62|62|0)[\s.()-]*8\d(?:[\s.()-]?\d){6,11}(?!\d)/gu, '[telepon]'],
  [/(?<![\p{L}\d.])(?:\+\s?62[\s.()-]*|\(?0)\d{2,3}\)?[\s.-]\d{3,4}[\s.-]?\d{3,5}(?!\d)/gu, '[telepon]'],
  [/(?<![\p{L}\d])\+\d{1,3}(?:[\s.()-]?\d){7,12}(?!\d)/gu, '[telepon]'],
];
