import type { Plugin } from 'vite';

const IMPORTED =
  /^(?:core-js-pure\/(?:stable|features|actual|es)|@babel\/runtime-corejs3\/core-js(?:-stable)?)\/(.+?)(?:\.js)?$/;
const PREFIX = '\0native:';

/**
 * Gives the browser's own `Object.keys` and the like to packages that were compiled for browsers without them.
 *
 * Web Chat's parts bring 60 kB of such stand-ins along; every browser that runs our page has the real things.
 */
export function nativeCoreJs(): Plugin {
  return {
    name: 'native-core-js',
    enforce: 'pre',
    resolveId(id) {
      const path = IMPORTED.exec(id.replace(/\/index(\.js)?$/, ''))?.[1];
      return path ? `${PREFIX}${path}` : undefined;
    },
    load: (id) => (id.startsWith(PREFIX) ? `export default ${nativeOf(id.slice(PREFIX.length))};` : undefined),
  };
}

/**
 * The native counterpart of a path of core-js.
 *
 * @example nativeOf('object/get-own-property-names') // 'Object.getOwnPropertyNames'
 * @example nativeOf('instance/for-each') // 'it => it.forEach'
 */
export function nativeOf(path: string): string {
  if (path === 'get-iterator-method') return 'it => it[Symbol.iterator]';
  const [first = '', second] = path.split('/').map(camelCase);
  if (second === undefined) return `globalThis.${/^(set|clear|parse)[A-Z]/.test(first) ? first : capital(first)}`;
  return first === 'instance' ? `it => it.${second}` : `${capital(first)}.${second}`;
}

function camelCase(words: string): string {
  return words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
