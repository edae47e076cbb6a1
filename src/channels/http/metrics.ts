import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { Refusal } from './refusal.ts';
import type { Channel } from './route.ts';

/** Figures of the running process, and where every room may add its own. */
export interface Metrics {
  registry: Registry;
  /** @param route the pattern, never the path: paths hold keys, and would be without number */
  observe(route: string, method: string, status: number, seconds: number): void;
}

/** Starts counting. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  return {
    registry,
    observe: (route, method, status, seconds) => durations.observe({ route, method, status }, seconds),
  };
}

/** `GET /metrics` for Prometheus, for those who reach this server directly: not for what comes through the proxy. */
export function metricsChannel({ registry }: Metrics): Channel {
  return {
    routes: [
      {
        method: 'GET',
        path: '/metrics',
        handle: async ({ headers }) => {
          if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined)
            throw new Refusal(404, 'NotFound', 'Nothing is here.');
          return { status: 200, headers: { 'content-type': registry.contentType }, body: await registry.metrics() };
        },
      },
    ],
  };
}
