import { describe, expect, it } from '@jest/globals';
import { createLog } from '../src/createLog.ts';

function logged(error: unknown): string {
  const lines: string[] = [];
  createLog('info', { write: (line: string) => void lines.push(line) }).error({ err: error }, 'it broke');
  return lines.join('');
}

describe('createLog', () => {
  it('says what broke and where, and why that was', () => {
    const error = Object.assign(new Error('the insert failed', { cause: new Error('no room') }), { code: '23505' });
    expect(JSON.parse(logged(error))).toMatchObject({
      msg: 'it broke',
      err: {
        message: 'the insert failed',
        code: '23505',
        stack: expect.stringContaining('createLog.test'),
        cause: { message: 'no room' },
      },
    });
  });

  it('leaves out what the database quotes from its rows', () => {
    const quoting = { detail: 'Key (text)=(gula semut) exists', where: 'JSON data, line 1: {"text":"gula semut"}' };
    expect(logged(Object.assign(new Error('the insert failed'), quoting))).not.toContain('gula semut');
    expect(logged('gula semut')).not.toContain('gula semut');
  });
});
