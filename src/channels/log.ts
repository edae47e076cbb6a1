/** The log this channel writes to; pino fits. Nothing that exporters say goes into it. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
