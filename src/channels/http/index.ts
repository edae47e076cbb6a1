/**
 * The HTTP server that all channels share: limits, safe headers, errors, health and figures in one place.
 *
 * A channel describes its addresses as {@link Channel}, gets each request read whole, and returns what to answer.
 *
 * @module
 */
export { createHttpServer, type HttpServer, type HttpServerOptions } from './createHttpServer.ts';
export { healthChannel, type ReadinessCheck } from './health.ts';
export { createMetrics, type Metrics, metricsChannel } from './metrics.ts';
export { htmlReply, serveAssets } from './pageFiles.ts';
export { Refusal } from './refusal.ts';
export type { Channel, HttpReply, HttpRequest, Route, UpgradeRequest, UpgradeRoute } from './route.ts';
