import { describe, expect, it } from 'vitest';
import { parseFrame } from './frames';

const update = {
  v: 1,
  seq: 7,
  id: 'a:0',
  type: 'message',
  time: '2026-01-01T00:00:00Z',
  session_id: 's',
  masterplan_id: null,
  trace_id: 't',
  data: { text: 'hi' },
};

describe('parseFrame', () => {
  it('reads an array of updates', () => {
    expect(parseFrame(JSON.stringify([update]))).toEqual({ updates: [update], snapshotSeq: null });
  });

  it('reads a snapshot with the sequence number it stands for', () => {
    expect(parseFrame(JSON.stringify({ type: 'snapshot', seq: 9, updates: [update] }))?.snapshotSeq).toBe(9);
  });

  it.each(['', 'nonsense', '{"type":"other"}', '[{"v":1}]', 'null'])('refuses %j', (text) => {
    expect(parseFrame(text)).toBeNull();
  });
});
