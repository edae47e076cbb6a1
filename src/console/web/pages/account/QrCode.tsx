import { encode } from 'uqr';

/** Cameras want a margin of four modules around the code. */
const MARGIN = 4;
const WIDTH_PX = 200;

/** A QR code as one path of an SVG: nothing is loaded for it, and no other program ever sees what it says. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: MARGIN });
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} width={WIDTH_PX} height={WIDTH_PX}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={pathOf(data)} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}

/** One square for each dark module, a row's neighbours joined. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => {
      const dark = row.map((isDark) => (isDark ? 'x' : ' ')).join('');
      return [...dark.matchAll(/x+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`);
    })
    .join('');
}
