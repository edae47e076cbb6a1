import { describe, expect, it } from '@jest/globals';
import { createMetrics, healthChannel, metricsChannel } from '../../../src/channels/http/index.ts';
import { serve } from '../../support/testHttp.ts';

describe('healthChannel', () => {
  it('names what is missing, be it absent, broken or silent', async () => {
    const http = await serve([
      healthChannel([
        { name: 'database', isReady: () => true },
        { name: 'knowledge', isReady: () => false },
        { name: 'broken', isReady: () => Promise.reject(new Error('no')) },
        { name: 'silent', isReady: () => new Promise<boolean>(() => undefined) },
      ]),
    ]);
    const reply = await fetch(`${http.url}/readyz`);
    expect([reply.status, await reply.json()]).toEqual([
      503,
      { status: 'not ready', missing: ['knowledge', 'broken', 'silent'] },
    ]);
    await http.stop();
  });
});

describe('metricsChannel', () => {
  it('gives figures to those who come directly only', async () => {
    const metrics = createMetrics();
    metrics.observe('/a/:key', 'GET', 200, 0.1);
    const http = await serve([metricsChannel(metrics)]);
    const direct = await fetch(`${http.url}/metrics`);
    expect(await direct.text()).toContain(
      'http_request_duration_seconds_count{route="/a/:key",method="GET",status="200"} 1',
    );
    const proxied = await fetch(`${http.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(proxied.status).toBe(404);
    await http.stop();
  });
});
