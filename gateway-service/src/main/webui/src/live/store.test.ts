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
    expect(useLiveStore.getState().notes.map((note) => note.data.text)).toEqual(['299']);
  });

  it('keeps the newest note of each type and the last entities, in their order', () => {
    const entities = Array.from({ length: 200 }, (_, n) => update('masterplan_entity_discovered', { name: n }));
    useLiveStore.getState().apply([update('masterplan_generation_start', {}), ...entities, update('gate_result', {})]);
    const notes = useLiveStore.getState().notes;
    expect(notes.map((note) => note.data.name)).toEqual([undefined, 192, 193, 194, 195, 196, 197, 198, 199, undefined]);
    expect([notes[0]?.type, notes.at(-1)?.type]).toEqual(['masterplan_generation_start', 'gate_result']);
  });
});
