import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { theme } from '../../app/theme';
import type { LiveUpdate } from '../../live/frames';
import { useLiveStore } from '../../live/store';
import { staleRoots } from '../../live/useLive';
import { Generation } from './Generation';

let seq = 0;

function update(type: string, data: Record<string, unknown> = {}): LiveUpdate {
  seq += 1;
  return { v: 1, seq, id: `u:${seq}`, type, time: '2026-11-22T22:00:00Z', session_id: 's', data };
}

function show(...updates: LiveUpdate[]) {
  useLiveStore.getState().apply(updates);
  return render(<MantineProvider theme={theme}><Generation /></MantineProvider>);
}

describe('Generation', () => {
  beforeEach(() => useLiveStore.getState().reset());

  it('shows nothing while no plan is made', () => {
    show(update('message'));
    expect(screen.queryByText(/plan/i)).toBeNull();
  });

  it('lists what was found while a plan is made', async () => {
    const { container } = show(
      update('masterplan_generation_start'),
      update('masterplan_entity_discovered', { kind: 'milestone', name: 'Loans' }),
    );
    expect(screen.getByText('Making the plan')).toBeTruthy();
    expect(screen.getByText('milestone: Loans')).toBeTruthy();
    expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
  });

  it('is there until the plan is made, however large the plan is', () => {
    const tasks = Array.from({ length: 500 }, (_, n) => update('masterplan_entity_discovered', { kind: 'task', name: `T${n}` }));
    show(update('masterplan_generation_start'), ...tasks);
    expect(screen.getByText('Making the plan')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      Array.from({ length: 8 }, (_, n) => `task: T${492 + n}`),
    );
  });

  it('says that no plan was made, and the next one is made again', () => {
    const { unmount } = show(update('masterplan_generation_start'), update('generation_error', { text: 'the planner broke off.' }));
    expect(screen.getByText('No plan was made')).toBeTruthy();
    expect(screen.queryByText('Making the plan')).toBeNull();
    expect(screen.getByText(/the planner broke off./)).toBeTruthy();
    unmount();
    show(update('masterplan_generation_start'));
    expect(screen.getByText('Making the plan')).toBeTruthy();
  });

  it('lets the plan and the talk be read again when it breaks off', () => {
    expect(staleRoots(update('generation_error'))).toEqual(['masterplan', 'masterplans', 'session']);
  });

  it('sums up a plan that was made and starts again with the next', () => {
    const complete = { version: 1, phases: 3, milestones: 9, tasks: 34, subtasks: 142, waves: 11, errors: 0, warnings: 1 };
    const { unmount } = show(update('masterplan_generation_start'), update('masterplan_generation_complete', complete));
    expect(screen.getByText(/3 phases · 9 milestones · 34 tasks · 142 subtasks · 11 waves · 0 errors, 1 warnings/)).toBeTruthy();
    unmount();
    show(update('masterplan_generation_start'));
    expect(screen.getByText('Making the plan')).toBeTruthy();
  });
});
