import { type FindingCode, sayFinding, type Values } from './findings.ts';
import { isCurated } from './knowledge.ts';
import type { LoadedKnowledge, LocatedRow } from './loadKnowledge.ts';
import type { Finding } from './readFiles.ts';
import { resolveReferences, unresolvedReferences } from './references.ts';
import {
  type Agreement,
  type ComposedEntry,
  type CuratedEntry,
  type Destination,
  type Liaison,
  type Product,
  type Programme,
  type Regulation,
  type Route,
  SHORT_FORM_LIMIT,
  type Term,
} from './schema.ts';
import { answerOn, type Day } from './validity.ts';

const LEAST_PHRASINGS = { id: 8, en: 5 } as const;
const NEARLY_THE_SAME = 0.85;

type Report = (level: Finding['level'], path: readonly PropertyKey[], code: FindingCode, values?: Values) => void;

/**
 * Checks what one file cannot show: that every reference between rows resolves, that no fact of a table is repeated in
 * an entry, that no two entries share a phrasing, that nothing rests on a revoked rule and nothing is past its review.
 *
 * @param loaded what `loadKnowledge` read
 * @param today the day in WIB against which review dates are held
 * @returns the findings of reading and checking, by file and line
 */
export function checkKnowledge(loaded: LoadedKnowledge, today: Day): Finding[] {
  const findings = [...loaded.findings];
  for (const located of loaded.located) {
    const { row, raw } = located;
    const name = String((row as { id?: string; topic?: string }).id ?? (row as Route).topic ?? raw.table);
    const report: Report = (level, path, code, values = {}) => {
      const message = `${name}: ${sayFinding(code, values)}`;
      findings.push({ level, file: raw.file, line: raw.lineOf(path), message, code, values, path });
    };
    checkKeys(loaded, located, report);
    checkSources(loaded, row, report);
    checkReview(row, today, report);
    if (located.table === 'entries') checkEntry(loaded, row as CuratedEntry | ComposedEntry, today, report);
  }
  findings.push(...sharedPhrasings(loaded));
  return findings.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function checkKeys({ knowledge }: LoadedKnowledge, { table, row }: LocatedRow, report: Report): void {
  const known = {
    unit: (id: string) => knowledge.liaisons.has(id),
    agreement: (id: string) => knowledge.agreements.has(id),
    destination: (id: string) => knowledge.destinations.has(id),
    regulation: (id: string) => knowledge.regulations.has(id),
    product: (id: string) => knowledge.products.has(id),
    entry: (id: string) => knowledge.entries.has(id),
  };
  const need = (kind: keyof typeof known, id: string | undefined, ...path: PropertyKey[]) => {
    if (id !== undefined && !known[kind](id)) report('error', path, 'unknown-row', { field: path.join('.'), kind, id });
  };
  const checks: Record<string, () => void> = {
    entries() {
      const entry = row as CuratedEntry | ComposedEntry;
      need('unit', entry.unit, 'unit');
      for (const [i, id] of entry.related.entries()) need('entry', id, 'related', i);
      if (!isCurated(entry)) need('entry', entry.general, 'general');
    },
    agreements() {
      const agreement = row as Agreement;
      need('unit', agreement.unit, 'unit');
      for (const [i, id] of agreement.parties.entries()) need('destination', id, 'parties', i);
    },
    destinations() {
      const destination = row as Destination;
      need('destination', destination.memberOf, 'memberOf');
      destination.schemes.forEach((scheme, i) => {
        need('agreement', scheme.agreement, 'schemes', i, 'agreement');
        const proofs = knowledge.agreements.get(scheme.agreement)?.proofs;
        if (proofs && !proofs.some((proof) => proof.label.id === scheme.proof)) {
          const labels = proofs.map((proof) => `"${proof.label.id}"`).join(', ');
          const { proof, agreement } = scheme;
          report('error', ['schemes', i, 'proof'], 'unknown-proof', { proof, agreement, labels: labels || 'none' });
        }
      });
      if (!destination.memberOf && destination.advice.length === 0) report('error', [], 'no-advice');
    },
    products() {
      const product = row as Product;
      for (const [i, id] of product.units.entries()) need('unit', id, 'units', i);
      for (const [i, id] of product.related.entries()) need('entry', id, 'related', i);
      product.markets.forEach((market, i) => {
        for (const [j, id] of market.destinations.entries()) need('destination', id, 'markets', i, 'destinations', j);
      });
    },
    regulations() {
      for (const [i, id] of (row as Regulation).amendedBy.entries()) need('regulation', id, 'amendedBy', i);
    },
    liaisons() {
      need('unit', (row as Liaison).deputy, 'deputy');
    },
    routes() {
      const route = row as Route;
      for (const [i, id] of route.units.entries()) need('unit', id, 'units', i);
      need('agreement', route.agreement, 'agreement');
      need('product', route.product, 'product');
    },
    programmes() {
      need('unit', (row as Programme).unit, 'unit');
    },
    terms() {
      for (const [i, id] of (row as Term).related.entries()) need('entry', id, 'related', i);
    },
  };
  checks[table]?.();
}

/** Finds `sources` at any depth: facts carry their own. */
function checkSources(
  { knowledge }: LoadedKnowledge,
  row: unknown,
  report: Report,
  path: readonly PropertyKey[] = [],
): void {
  if (typeof row !== 'object' || row === null) return;
  for (const [field, value] of Object.entries(row)) {
    const at = Array.isArray(row) ? [...path, Number(field)] : [...path, field];
    if (field !== 'sources' || !Array.isArray(value)) {
      checkSources({ knowledge } as LoadedKnowledge, value, report, at);
      continue;
    }
    for (const [position, source] of (value as string[]).entries()) {
      const regulation = knowledge.regulations.get(source);
      if (regulation?.status === 'revoked') {
        report('error', [...at, position], 'revoked-source', { citation: regulation.citation });
      }
      if (!regulation && !knowledge.documents.has(source)) {
        report('error', [...at, position], 'unknown-source', { source });
      }
    }
  }
}

function checkReview(row: unknown, today: Day, report: Report): void {
  const { reviewBy } = row as { reviewBy?: Day };
  if (reviewBy && reviewBy < today) report('warning', ['reviewBy'], 'past-review', { reviewBy });
}

function checkEntry(loaded: LoadedKnowledge, entry: CuratedEntry | ComposedEntry, today: Day, report: Report): void {
  for (const language of ['id', 'en'] as const) {
    const count = entry.phrasings[language].length;
    if (count < LEAST_PHRASINGS[language]) {
      const values = { count, language, least: LEAST_PHRASINGS[language] };
      report('error', ['phrasings', language], 'few-phrasings', values);
    }
  }
  if (!isCurated(entry)) return;
  if (answerOn(entry, today).isOutdated) report('warning', ['validUntil'], 'outdated');
  const answers = [
    { answer: entry.answer, path: ['answer'] },
    ...(entry.changes ?? []).map(({ answer }, i) => ({ answer, path: ['changes', i, 'answer'] })),
  ];
  for (const { answer, path } of answers) {
    for (const language of ['id', 'en'] as const) {
      for (const [form, words] of Object.entries(answer[language]) as [string, string][])
        checkWords(loaded, words, language, form, report, [...path, language, form]);
    }
  }
}

function checkWords(
  { knowledge }: LoadedKnowledge,
  words: string,
  language: 'id' | 'en',
  form: string,
  report: Report,
  path: readonly PropertyKey[],
): void {
  for (const reference of unresolvedReferences(knowledge, words))
    report('error', path, 'unknown-reference', { reference });
  const spoken = resolveReferences(knowledge, words, language);
  if (form === 'short' && spoken.length > SHORT_FORM_LIMIT) {
    report('error', path, 'short-form-too-long', { length: spoken.length, limit: SHORT_FORM_LIMIT });
  }
  for (const liaison of knowledge.liaisons.values()) {
    for (const { kind, value } of liaison.channels) {
      if (value.length > 5 && words.includes(value)) {
        report('error', path, 'repeated-fact', { value, reference: `{{liaisons.${liaison.id}.${kind}}}` });
        return;
      }
    }
  }
}

interface PlacedPhrasing {
  readonly entryId: string;
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly file: string;
  readonly line: number;
  readonly path: readonly PropertyKey[];
}

function phrasingsIn({ located }: LoadedKnowledge): PlacedPhrasing[] {
  return located
    .filter(({ table }) => table === 'entries' || table === 'talk')
    .flatMap(({ row, raw }) => {
      const { id, phrasings } = row as CuratedEntry;
      return (['id', 'en'] as const).flatMap((language) =>
        phrasings[language].map((text, position) => ({
          entryId: id,
          text,
          words: new Set(text.toLowerCase().match(/[\p{L}\p{N}{}]+/gu) ?? []),
          file: raw.file,
          line: raw.lineOf(['phrasings', language, position]),
          path: ['phrasings', language, position],
        })),
      );
    });
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared);
}

function sharedPhrasings(loaded: LoadedKnowledge): Finding[] {
  const placed = phrasingsIn(loaded);
  const frequency = countWords(placed);
  const byWord = new Map<string, PlacedPhrasing[]>();
  const findings: Finding[] = [];
  for (const phrasing of placed) {
    const telling = tellingWords(phrasing.words, frequency);
    const near = new Set(telling.flatMap((word) => byWord.get(word) ?? []));
    for (const other of near) {
      if (other.entryId === phrasing.entryId) continue;
      const degree = likeness(phrasing.words, other.words);
      if (degree < NEARLY_THE_SAME) continue;
      const level = degree === 1 ? 'error' : 'warning';
      const code = degree === 1 ? 'shared-phrasing' : 'nearly-shared-phrasing';
      const values = { text: phrasing.text, entry: other.entryId, place: `${other.file}:${other.line}` };
      const message = `${phrasing.entryId}: ${sayFinding(code, values)}`;
      findings.push({ level, file: phrasing.file, line: phrasing.line, message, code, values, path: phrasing.path });
    }
    for (const word of telling) {
      const holders = byWord.get(word);
      if (holders) holders.push(phrasing);
      else byWord.set(word, [phrasing]);
    }
  }
  return findings;
}

function countWords(placed: readonly PlacedPhrasing[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of placed) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The rarest words of a phrasing, as many as two phrasings that are nearly the same must have one of in common: so only
 * few are compared, and a check of all knowledge takes no second.
 */
function tellingWords(words: ReadonlySet<string>, frequency: ReadonlyMap<string, number>): string[] {
  const rarestFirst = [...words].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
  return rarestFirst.slice(0, words.size - Math.ceil(NEARLY_THE_SAME * words.size) + 1);
}
