import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The log: one JSON object a line.
 *
 * Of an error it takes only what the code wrote, its place and its code. What PostgreSQL adds (`detail`, `where`) quotes
 * rows, and so may quote an exporter.
 *
 * @param destination stdout unless said
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } };
  return destination ? pino(options, destination) : pino(options);
}

function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'something other than an Error was thrown' };
  const { name, message, stack, cause, code, table, constraint } = error as Error & Record<string, unknown>;
  return { name, code, message, stack, table, constraint, ...(cause !== undefined && { cause: describeError(cause) }) };
}
