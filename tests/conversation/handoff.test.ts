import { describe, expect, it } from '@jest/globals';
import { handoffStatus, initiateHandoff } from '../../src/conversation/handoff.ts';
import { aCase } from '../cases/aCase.ts';

describe('initiateHandoff', () => {
  it('hands over the case with the transcript as Bot Framework has it', () => {
    const transcript = [
      { by: 'exporter' as const, text: 'SKA ditolak', at: '2026-07-13T02:00:00.000Z' },
      { by: 'bot' as const, text: 'Mau saya teruskan?', at: '2026-07-13T02:00:01.000Z' },
      { by: 'exporter' as const, text: 'ya, telepon 0812-3456-7890', at: '2026-07-13T02:00:02.000Z' },
    ];
    expect(initiateHandoff(aCase({ personal: { problem: 'SKA ditolak', transcript } }))).toEqual({
      type: 'event',
      name: 'handoff.initiate',
      value: { caseNumber: 'FTA-2026-00042', isUrgent: false, unit: 'ditjen-daglu-fei' },
      attachments: [
        {
          contentType: 'application/json',
          name: 'Transcript',
          content: {
            activities: [
              { type: 'message', timestamp: transcript[0]?.at, from: { role: 'user' }, text: 'SKA ditolak' },
              { type: 'message', timestamp: transcript[1]?.at, from: { role: 'bot' }, text: 'Mau saya teruskan?' },
              { type: 'message', timestamp: transcript[2]?.at, from: { role: 'user' }, text: 'ya, telepon [telepon]' },
            ],
          },
        },
      ],
    });
  });
});

describe('handoffStatus', () => {
  it('tells how it goes, and is silent where nothing changes hands', () => {
    expect(handoffStatus({ text: 'diterima', choices: [], handoff: 'accepted' })).toEqual([
      { type: 'event', name: 'handoff.status', value: { state: 'accepted', message: 'diterima' } },
    ]);
    expect(handoffStatus({ text: 'nanti', choices: [] })).toEqual([]);
  });
});
