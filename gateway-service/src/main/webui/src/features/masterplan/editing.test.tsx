import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlanPage } from './PlanPage';

vi.mock('../../live/useLive', () => ({ useLive: () => undefined }));

const task = (n: number, name: string) => ({
  id: `t${n}`, number: n, name, complexity: 'LOW', depends_on: n > 1 ? [`t${n - 1}`] : [], requirement_ids: ['r1'],
  subtasks: [{ id: `s${n}a`, number: 1, name: 'Begin', target_file: `app/${n}.py` }, { id: `s${n}b`, number: 2, name: 'Finish', target_file: `app/${n}.py` }],
});
const plan = {
  id: 'p1', session_id: 's1', name: 'Library', version: 3, status: 'DRAFT',
  discovery: {
    domain: 'Library', stack: { language: 'python' },
    requirements: [{ id: 'r1', key: 'R-001', sentence: 'A member has at most 5 loans.', source: { line: 4 }, priority: 'MUST', coverage: { state: 'COVERED' } }],
  },
  plan: { phases: [{ name: 'Setup', milestones: [{ id: 'm1', number: 1, name: 'Start', tasks: [task(1, 'Lay the ground'), task(2, 'Store')] }] }] },
  tests: [], analysis: { errors: [], warnings: [], coverage: [] },
};
const version = (n: number, status: string, based_on: number | null) => ({ version: n, status, author: 'ann', based_on, reason: `reason ${n}`, created_at: '2026-11-23T05:00:00Z' });
const diff = (name: string, before: string, after: string) => ({ tasks: [{ kind: 'CHANGED', id: 'x', name, fields: [{ field: 'name', before, after }] }] });
const conflict = {
  title: 'Conflict', status: 409, detail: 'somebody else changed the plan', base_version: 3, current_version: 4, current_author: 'bob',
  theirs: diff('task 2', 'Store', 'Keep'), yours: diff('task 1', 'Lay the ground', 'Mine'),
};

type Sent = { method: string; url: string; body: unknown };

/** The page with a service that answers edits one after the other with what is given, then with success. */
function open({ state = plan, versions = [version(3, 'DRAFT', 2), version(2, 'SUPERSEDED', 1)], refusals = [] as unknown[] } = {}) {
  const sent: Sent[] = [];
  const answer = (url: string, init?: RequestInit): [unknown, number] => {
    if (init?.method && init.method !== 'GET') {
      sent.push({ method: init.method, url: url.replace('/api/v1/', ''), body: init.body ? JSON.parse(String(init.body)) : null });
      const refusal = refusals.shift();
      return refusal ? [refusal, 409] : [{ ...state, version: 4, notes: ['task "Store" waits for nothing in its place'] }, 200];
    }
    if (url.includes('/diff')) {
      return [{ from: 2, to: 3, diff: diff('task 1 "Lay the ground"', 'Old', 'Lay the ground'), again: { atoms: [{ subtask_id: 's', name: 'a', why: 'CHANGED' }], kept: 3, removed: 0, cost_usd: { likely: 0 }, seconds: 4.2 } }, 200];
    }
    return url.includes('/versions') ? [versions, 200] : url.includes('executions') ? [{ items: [], total: 0 }, 200] : [state, 200];
  };
  vi.stubGlobal('fetch', vi.fn((url: string, init?: RequestInit) => {
    const [body, status] = answer(url, init);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  }));
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter initialEntries={['/plans/p1']}><Routes><Route path="/plans/:planId" element={<PlanPage />} /></Routes></MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return sent;
}

/** By name, without asking for roles: those queries take a second each on a page of this size. */
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name);
const click = async (name: string) => {
  await vi.waitFor(() => expect(button(name)?.disabled, name).toBe(false), { timeout: 5000 });
  fireEvent.click(button(name) as HTMLElement);
};
const type = (label: string | RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const closed = () => vi.waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull(), { timeout: 5000 });
const edits = (sent: Sent[]) => sent.map((each) => each.body as { base_version: number; edits: unknown[] });

afterEach(() => void vi.unstubAllGlobals());

describe('editing a plan', () => {
  it('sends only what differs of a task, for the version that is shown, and tells what followed', async () => {
    const sent = open();
    await click('Edit task 1');
    expect(button('Save')?.disabled).toBe(true);
    type(/^Task name/, 'Mine');
    type('File of subtask 2', 'app/other.py');
    await click('Save');
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ method: 'PATCH', url: 'masterplans/p1' });
    expect(sent[0]?.body).toEqual({ base_version: 3, edits: [{ op: 'change_task', id: 't1', name: 'Mine' }, { op: 'change_subtask', id: 's1b', target_file: 'app/other.py' }] });
    expect(await screen.findByText(/waits for nothing in its place/)).toBeTruthy();
  });

  it('splits, adds and deletes', async () => {
    const sent = open();
    await click('Edit task 1');
    fireEvent.click(screen.getByLabelText('Finish'));
    type('Name of the new task', 'The rest');
    await click('Split');
    await closed();
    await click('Edit task 2');
    type('Name of a new subtask', 'Look');
    await click('Add subtask');
    await closed();
    await click('Edit task 2');
    await click('Delete');
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    expect(edits(sent).flatMap((each) => each.edits)).toEqual([
      { op: 'split_task', id: 't1', name: 'The rest', subtasks: ['s1b'] },
      { op: 'add_subtask', task: 't2', name: 'Look' },
      { op: 'delete_task', id: 't2', dependents: 'INHERIT' },
    ]);
  });

  it('changes a sentence and adds one', async () => {
    const sent = open();
    await click('Edit R-001');
    type(/^Sentence/, 'A member has at most 3 loans.');
    await click('Save');
    await closed();
    await click('Add a requirement');
    type(/^Sentence/, 'A book can be deleted.');
    await click('Save');
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(edits(sent).flatMap((each) => each.edits)).toEqual([
      { op: 'change_requirement', key: 'R-001', sentence: 'A member has at most 3 loans.' },
      { op: 'add_requirement', sentence: 'A book can be deleted.' },
    ]);
  });

  it('shows both states when somebody else was faster, and puts mine on top when asked to', async () => {
    const sent = open({ refusals: [conflict] });
    await click('Edit task 1');
    type(/^Task name/, 'Mine');
    await click('Save');
    expect(await screen.findByText('Keep', {}, { timeout: 5000 })).toBeTruthy();
    expect(screen.getByText('Mine')).toBeTruthy();
    await click('Put mine on top of version 4');
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(edits(sent).map((each) => each.base_version)).toEqual([3, 4]);
    expect(edits(sent)[1]?.edits).toEqual(edits(sent)[0]?.edits);
    await closed();
  });

  it('shows a refusal where the edit was made', async () => {
    open({ refusals: [{ title: 'Unprocessable Content', status: 422, detail: 'tasks would wait for each other' }] });
    await click('Edit task 1');
    type(/^Task name/, 'Mine');
    await click('Save');
    expect(await screen.findByText('tasks would wait for each other')).toBeTruthy();
    expect(screen.getByLabelText(/^Task name/)).toHaveProperty('value', 'Mine');
  });
});

describe('versions of a plan', () => {
  it('shows what a version changed and what would be done again', async () => {
    open();
    await click('Show what version 3 changed');
    expect(await screen.findByText(/1 atoms again/)).toBeTruthy();
    expect(screen.getByText('Old')).toBeTruthy();
  });

  it('goes back: undo and any version before', async () => {
    const sent = open();
    await click('Undo the last edit');
    await click('Go on from version 2');
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ url, body }) => [url, body])).toEqual([
      ['masterplans/p1/undo', { base_version: 3 }],
      ['masterplans/p1/draft', { version: 2, base_version: 3, reason: 'as in version 2' }],
    ]);
    expect(button('Delete the draft')).toBeUndefined();
  });

  it('offers no approval of a second version, and takes its draft back', async () => {
    const sent = open({ versions: [version(3, 'DRAFT', 2), version(2, 'APPROVED', 1)] });
    await click('Delete the draft');
    await vi.waitFor(() => expect(sent).toEqual([{ method: 'DELETE', url: 'masterplans/p1/draft?base_version=3', body: null }]));
    expect(button('Approve and build')).toBeUndefined();
  });

  it('offers no edit of what is not understood', async () => {
    open({ state: { ...plan, status: 'NOT_UNDERSTOOD' }, versions: [version(1, 'NOT_UNDERSTOOD', null)] });
    expect(await screen.findByText(/reason 1/)).toBeTruthy();
    expect(document.querySelectorAll('button[aria-label^=Edit]')).toHaveLength(0);
  });
});
