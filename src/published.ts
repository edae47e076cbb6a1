import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Published } from './conversation/index.ts';
import {
  assembleKnowledge,
  checkRow,
  corpusOf,
  type Finding,
  fileRowsOf,
  type KnowledgeStore,
  type LiveKnowledge,
  type LoadedKnowledge,
  loadKnowledge,
  mergeRow,
  PUBLISHED_TOPIC,
} from './knowledge/index.ts';
import { type LearnOptions, learnKnowledge } from './learnKnowledge.ts';
import { StartFault } from './startFault.ts';

const SHIPPED = join(import.meta.dirname, '../knowledge');
const MOST_FINDINGS = 5;
const LOOK_EVERY_MS = 1_000;

/**
 * Reads the knowledge files, for who asks without a database.
 *
 * @throws {StartFault} naming file and line when a file cannot be read: a half-read knowledge gives wrong answers
 */
export async function readShipped(options: LearnOptions): Promise<Published> {
  const { knowledge } = loadShipped();
  return { knowledge, model: await learnKnowledge(corpusOf(knowledge), options) };
}

/** What keeps the knowledge of a running bot up to date. */
export interface PublishedOptions extends LearnOptions {
  readonly store: KnowledgeStore;
  readonly announcements: {
    listen(topic: string, hear: (payload: string) => void): () => void;
    isListening(): boolean;
  };
  readonly clock: () => Date;
  readonly log: Logger;
}

/** The knowledge as it is published, followed from publish to publish. */
export interface Following {
  /** The latest one: answers follow a publish at once, what was learnt from its phrasings seconds later. */
  current(): Published;
  stop(): void;
}

/**
 * Merges the files into the store, then follows the store.
 *
 * @throws {StartFault} when a file cannot be read
 */
export async function followPublished(options: PublishedOptions): Promise<Following> {
  const { store, announcements, clock, log } = options;
  const report = await store.mergeFiles(fileRowsOf(loadShipped()), mergeRow, clock());
  if (Object.values(report).some((count) => count > 0)) log.info(report, 'knowledge files merged');
  let version = 0;
  let published: Published | undefined;
  let work: Promise<void> = Promise.resolve();
  const refresh = async () => {
    if (published && (await store.readVersion()) === version) return;
    const live = await store.readLive();
    const read = readRows(live, log);
    if (published) published = { ...read, model: published.model };
    published = { ...read, model: await learnKnowledge(corpusOf(read.knowledge), options) };
    version = live.version;
  };
  const look = () => {
    work = work.then(refresh).catch((error) => log.error({ err: error }, 'a publish could not be read yet'));
  };
  await refresh();
  const endListening = announcements.listen(PUBLISHED_TOPIC, look);
  const timer = setInterval(() => announcements.isListening() || look(), LOOK_EVERY_MS).unref();
  return {
    current: () => published as Published,
    stop() {
      endListening();
      clearInterval(timer);
    },
  };
}

/** A row that this version cannot read is left out and named: one bad row must not silence the whole centre. */
function readRows({ rows, version }: LiveKnowledge, log: Logger) {
  const checked = rows.flatMap(({ table, key, value }) => {
    const read = checkRow(table, value);
    if ('row' in read) return [{ table, row: read.row }];
    log.error({ table, key, faults: read.faults.map(({ message }) => message) }, 'a published row cannot be read');
    return [];
  });
  const revisions = new Map(
    rows.filter(({ table }) => table === 'entries').map(({ key, revision }) => [key, revision]),
  );
  return {
    knowledge: assembleKnowledge(checked),
    version,
    revisionOf: (entryId: string) => revisions.get(entryId) ?? null,
  };
}

function loadShipped(): LoadedKnowledge {
  const loaded = loadKnowledge(SHIPPED);
  const faults = loaded.findings.filter(({ level }) => level === 'error');
  if (faults.length > 0) throw new StartFault(faultLines(faults));
  return loaded;
}

function faultLines(faults: readonly Finding[]): string[] {
  const lines = faults
    .slice(0, MOST_FINDINGS)
    .map(
      ({ file, line, message }) => `knowledge/${file}:${line}: ${message}. Mend it, see npm run knowledge -- check.`,
    );
  return faults.length > MOST_FINDINGS ? [...lines, `and ${faults.length - MOST_FINDINGS} more.`] : lines;
}
