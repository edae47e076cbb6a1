/** Reads `watermark` of a query; anything but a number we could have given out means from the start. */
export function readWatermark(query: URLSearchParams): number {
  const given = query.get('watermark') ?? '';
  return /^\d{1,9}$/.test(given) ? Number(given) : 0;
}
