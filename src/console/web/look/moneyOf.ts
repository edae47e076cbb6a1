/** `USD 12.500`: the currency as it is written in contracts, the amount as one reads it here. */
export function moneyOf({ amount, currency }: { amount: number; currency: string }, language: string): string {
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID', { maximumFractionDigits: 2 });
  return `${currency} ${format.format(amount)}`;
}
