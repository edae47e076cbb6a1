import { describe, expect, it } from '@jest/globals';
import { matchPath } from '../../../src/channels/http/matchPath.ts';

describe('matchPath', () => {
  it.each([
    ['/a/:key/b', '/a/x/b', { key: 'x' }],
    ['/a/:key/b', '/a/x%2Fy/b', { key: 'x/y' }],
    ['/a/:key/b', '/a//b', undefined],
    ['/a/:key/b', '/a/x/b/', undefined],
    ['/a/:key/b', '/a/%zz/b', undefined],
    ['/a', '/A', undefined],
  ])('reads %s from %s', (pattern, path, params) => {
    expect(matchPath(pattern, path)).toEqual(params);
  });
});
