/**
 * What the browser lets the page do: its own scripts and nothing inline, styles that carry the nonce, pictures of its
 * own, and talk to this server only.
 *
 * @param nonce new in each answer; Web Chat puts it on the styles that it makes
 * @param publicUrl the stream is always opened there, also when the page was reached under another name
 */
export function contentPolicy(nonce: string, publicUrl: string | undefined): string {
  const streams = publicUrl ? ` ${publicUrl.replace(/^http/, 'ws')}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    `connect-src 'self'${streams}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
