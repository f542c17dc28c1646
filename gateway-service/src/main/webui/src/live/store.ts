import { create } from 'zustand';
import type { LiveUpdate } from './frames';

export type Connection = 'connecting' | 'live' | 'offline';

type LiveState = {
  connection: Connection;
  atomStates: Record<string, string>;
  notes: LiveUpdate[];
  setConnection: (connection: Connection) => void;
  apply: (updates: LiveUpdate[]) => void;
  reset: () => void;
};

const ENTITIES_KEPT = 8;
const NOTED = /^(message|discovery_|masterplan_|execution_|gate_|cost_|acceptance_tests_|review_|generation_error|wave_execution_)/;

function atomState(update: LiveUpdate): [string, string] | null {
  const id = update.data.atom_id;
  if (typeof id !== 'string') {
    return null;
  }
  if (update.type === 'atom_execution_progress' && typeof update.data.status === 'string') {
    return [id, update.data.status];
  }
  const result = update.data.result;
  if (update.type === 'atom_execution_complete' && typeof result === 'object' && result !== null && 'state' in result) {
    return [id, String(result.state)];
  }
  return null;
}

/** The newest note of each type, and the last of the many entities that a plan tells one by one; in their order. */
function kept(notes: LiveUpdate[]): LiveUpdate[] {
  const seen = new Map<string, number>();
  return notes
    .toReversed()
    .filter(({ type }) => {
      const count = (seen.get(type) ?? 0) + 1;
      seen.set(type, count);
      return count <= (type.endsWith('_entity_discovered') ? ENTITIES_KEPT : 1);
    })
    .reverse();
}

/** What the live channel said since the page was opened: newer than the server's data or the same, so it lies over it. */
export const useLiveStore = create<LiveState>((set) => ({
  connection: 'connecting',
  atomStates: {},
  notes: [],
  setConnection: (connection) => set({ connection }),
  apply: (updates) =>
    set((state) => {
      const atoms = updates.map(atomState).filter((entry) => entry !== null);
      const notes = updates.filter((update) => NOTED.test(update.type));
      return {
        atomStates: atoms.length ? { ...state.atomStates, ...Object.fromEntries(atoms) } : state.atomStates,
        notes: notes.length ? kept([...state.notes, ...notes]) : state.notes,
      };
    }),
  reset: () => set({ atomStates: {}, notes: [], connection: 'connecting' }),
}));
