import type { Logger } from 'pino';

/** What the app takes from the world; tests give their own. */
export interface AppDependencies {
  log: Logger;
  /** One line for the operator while something takes a while. */
  progress(line: string): void;
  now(): Date;
  /** Milliseconds that only grow. */
  elapsed(): number;
  /** Unique, not secret. */
  newId(): string;
  /** Letters and digits that nobody can guess, at least 32. */
  randomText(): string;
  /** As many bytes that nobody can guess. */
  randomBytes(count: number): Buffer;
}
