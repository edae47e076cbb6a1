import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { FindingCode, Values } from './findings.ts';

/** One row as it stands in a file, not yet checked. */
export interface RawRow {
  readonly table: string;
  readonly value: unknown;
  /** Path below the knowledge folder, and the line on which the row begins. */
  readonly file: string;
  readonly line: number;
  /** The line on which a field of the row stands, for messages. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Something about a file that staff has to mend (`error`) or should look at (`warning`). */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly message: string;
  /** Absent where a file or a field by itself is wrong. */
  readonly code?: FindingCode;
  readonly values?: Values;
  readonly path?: readonly PropertyKey[];
}

function yamlFilesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function childOf(node: unknown, step: PropertyKey): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  if (isMap(node)) return node.items.find((pair) => isScalar(pair.key) && pair.key.value === step)?.value;
  return undefined;
}

function lineOfNode(node: Node | undefined, counter: LineCounter): number {
  return node?.range ? counter.linePos(node.range[0]).line : 1;
}

function rowsOf(file: string, name: string): { rows: RawRow[]; findings: Finding[] } {
  const counter = new LineCounter();
  // The core schema leaves dates as text: a day is a word here, not a moment.
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: counter, schema: 'core', merge: true });
  const broken = document.errors.map(
    (error): Finding => ({
      level: 'error',
      file: name,
      line: counter.linePos(error.pos[0]).line,
      message: `not valid YAML: ${error.message.split('\n')[0]}`,
    }),
  );
  if (broken.length > 0) return { rows: [], findings: broken };
  const list = document.contents;
  if (!isSeq(list)) {
    return {
      rows: [],
      findings: [{ level: 'error', file: name, line: 1, message: 'the file must hold a list of rows' }],
    };
  }
  const table = (name.split('/')[0] ?? name).replace(/\.ya?ml$/, '');
  const values = document.toJS() as unknown[];
  const rows = list.items.map((item, position): RawRow => {
    const node = item as Node;
    return {
      table,
      value: values[position],
      file: name,
      line: lineOfNode(node, counter),
      lineOf(path) {
        let at: unknown = node;
        let deepest: Node = node;
        for (const step of path) {
          at = childOf(at, step);
          if (at === undefined || at === null) break;
          deepest = at as Node;
        }
        return lineOfNode(deepest, counter);
      },
    };
  });
  return { rows, findings: [] };
}

/**
 * Reads every YAML file below a knowledge folder.
 *
 * @param folder the folder `knowledge/`
 * @returns the rows of all files in the order of their names, and what could not be read as YAML
 */
export function readFiles(folder: string): { rows: RawRow[]; findings: Finding[] } {
  const read = yamlFilesBelow(folder).map((file) => rowsOf(file, relative(folder, file).replaceAll('\\', '/')));
  return { rows: read.flatMap((one) => one.rows), findings: read.flatMap((one) => one.findings) };
}
