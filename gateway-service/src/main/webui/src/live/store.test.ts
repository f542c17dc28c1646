import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveUpdate } from './frames';
import { useLiveStore } from './store';

function update(type: string, data: Record<string, unknown>): LiveUpdate {
  return { v: 1, seq: 1, id: crypto.randomUUID(), type, time: '2026-01-01T00:00:00Z', session_id: 's', data };
}

describe('live store', () => {
  beforeEach(() => useLiveStore.getState().reset());

  it('keeps the last state of each atom', () => {
    useLiveStore.getState().apply([
      update('atom_execution_progress', { atom_id: 'a', status: 'RUNNING' }),
      update('atom_execution_complete', { atom_id: 'a', result: { state: 'COMPLETED' } }),
      update('atom_execution_progress', { atom_id: 'b', status: 'VALIDATING' }),
    ]);
    expect(useLiveStore.getState().atomStates).toEqual({ a: 'COMPLETED', b: 'VALIDATING' });
  });

  it('shows a piece that failed as completed once a person mended it', () => {
    useLiveStore.getState().apply([update('atom_execution_complete', { atom_id: 'a', result: { state: 'FAILED' } })]);
    useLiveStore.getState().apply([update('atom_execution_progress', { atom_id: 'a', status: 'COMPLETED' })]);
    expect(useLiveStore.getState().atomStates).toEqual({ a: 'COMPLETED' });
  });

  it('stays bounded whatever comes', () => {
    for (let i = 0; i < 300; i++) {
      useLiveStore.getState().apply([update('message', { text: String(i) })]);
    }
    expect(useLiveStore.getState().notes).toHaveLength(50);
    expect(useLiveStore.getState().notes.at(-1)?.data.text).toBe('299');
  });
});
