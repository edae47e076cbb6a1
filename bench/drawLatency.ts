import type { Percentiles } from './percentiles.ts';

const [WIDTH, ROW, LEFT, RIGHT, TOP] = [720, 44, 200, 90, 40];
const [LOW, HIGH] = [10, 1_000_000];

/** Draws latencies in microseconds as bars on a logarithmic scale, p50 and p99 of each. */
export function drawLatency(title: string, rows: Readonly<Record<string, Percentiles>>): string {
  const names = Object.entries(rows);
  const height = TOP + names.length * ROW + 30;
  const bars = names.map(([name, { p50, p99 }], at) => drawRow(name, p50, p99, TOP + at * ROW));
  const marks = [100, 1000, 10_000, 100_000].map((micros) => drawMark(micros, height));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="${title}">
<title>${title}</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="12" y="22" font-size="15" font-weight="bold">${title}</text>
${[...marks, ...bars].join('\n')}
</svg>
`;
}

function drawRow(name: string, p50: number, p99: number, y: number): string {
  return `<text x="12" y="${y + 22}">${name}</text>
<rect x="${LEFT}" y="${y + 6}" width="${place(p99) - LEFT}" height="24" fill="#c9d8ee"/>
<rect x="${LEFT}" y="${y + 6}" width="${place(p50) - LEFT}" height="24" fill="#2f5fa5"/>
<text x="${place(p99) + 6}" y="${y + 22}">${say(p50)} · ${say(p99)}</text>`;
}

function drawMark(micros: number, height: number): string {
  const x = place(micros);
  return `<line x1="${x}" x2="${x}" y1="${TOP}" y2="${height - 24}" stroke="#ddd"/><text x="${x}" y="${height - 8}" text-anchor="middle" fill="#666">${say(micros)}</text>`;
}

function place(micros: number): number {
  const share = Math.log(Math.max(LOW, micros) / LOW) / Math.log(HIGH / LOW);
  return Math.round(LEFT + share * (WIDTH - LEFT - RIGHT));
}

const say = (micros: number): string =>
  micros < 1000 ? `${Math.round(micros)} µs` : `${Math.round(micros / 100) / 10} ms`;
