/**
 * React 19 as Web Chat expects React: `defaultProps` of function components count again.
 *
 * Web Chat 4.18 was written for React 16 and relies on them in some sixty components; React 19 ignores them without a
 * word. The build gives this module to Web Chat and its own parts instead of React, and to nobody else.
 *
 * @module
 */
import React, { createElement as createPlainElement } from 'react';

// @ts-expect-error: its types say `export =`, which allows no star; the bundler knows its names all the same
export * from 'react';

type Props = Record<string, unknown>;

/** Fills in defaults, then does what React does. */
export function createElement(type: unknown, props: Props | null, ...children: unknown[]): unknown {
  return createPlainElement(type as never, withDefaults(type, props) as never, ...(children as never[]));
}

export default { ...React, createElement };

function withDefaults(type: unknown, props: Props | null): Props | null {
  const defaults = defaultsOf(type);
  if (!defaults) return props;
  const filled = { ...props };
  for (const [name, value] of Object.entries(defaults)) if (filled[name] === undefined) filled[name] = value;
  return filled;
}

function defaultsOf(type: unknown): Props | undefined {
  const mayHaveSome = typeof type === 'function' || (typeof type === 'object' && type !== null);
  return mayHaveSome ? (type as { defaultProps?: Props }).defaultProps : undefined;
}
