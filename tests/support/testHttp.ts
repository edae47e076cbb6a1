import { pino } from 'pino';
import { type Channel, createHttpServer, createMetrics } from '../../src/channels/http/index.ts';

/** The HTTP server with channels of a test's own, without database. */
export interface TestHttp {
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** Serves channels on a free port. */
export async function serve(channels: readonly Channel[], isBehindProxy = false): Promise<TestHttp> {
  let ids = 0;
  const server = createHttpServer({
    channels,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    newId: () => `request-${++ids}`,
    elapsed: () => performance.now(),
    isHttps: isBehindProxy,
    isBehindProxy,
  });
  const { port } = await server.listen(0, '127.0.0.1');
  return { url: `http://127.0.0.1:${port}`, port, stop: () => server.stop(1_000) };
}
