import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlanPage } from './masterplan/PlanPage';
import { ReviewPage } from './review/ReviewPage';
import { RunPage } from './execution/RunPage';

const ANSWERS: [RegExp, unknown][] = [
  [/workspace\/tree/, [{ path: 'app/rules.py', sha256: 'x' }]],
  [/workspace\/file/, 'old'],
  [/executions\/r1\/atoms\/a1$/, { id: 'a1', name: 'Rules', task_number: 1, subtask_number: 1, wave: 1, state: 'COMPLETED', file: 'app/rules.py' }],
  [/executions\/r1\/(waves|tests)$/, []],
  [/executions\/r1$/, {
    id: 'r1', masterplan_id: 'm1', session_id: 's1', version: 1, name: 'Library', state: 'BLOCKED', reason: 'gate: R-002', wave: 1, total_waves: 2,
    atoms: { total: 1, completed: 1, failed: 0 }, tests: { must_total: 0, must_passed: 0, should_total: 0, should_passed: 0 },
    cost: { spent_usd: 0, soft_usd: 50, hard_usd: 100 }, trace_id: 'abc',
  }],
  [/reviews\/v1$/, { id: 'v1', masterplan_id: 'm1', kind: 'ATOM', subject: 'app/rules.py', state: 'PENDING', priority: 'low' }],
  [/masterplans\/m1$/, { id: 'm1', session_id: 's1', name: 'Library', version: 1, status: 'DRAFT' }],
  [/reviews\?/, { items: [], total: 0 }],
];

let away: boolean;
const client = () => new QueryClient({ defaultOptions: { queries: { retry: false } } });

function answer(url: string) {
  const body = ANSWERS.find(([path]) => path.test(url))?.[1] ?? { items: [], total: 0 };
  return away
    ? Promise.resolve(new Response('{"title":"Bad gateway","detail":"the service does not answer"}', { status: 502 }))
    : Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status: 200 }));
}

function open(path: string) {
  const queries = client();
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="runs/:runId" element={<RunPage />} />
            <Route path="reviews/:reviewId" element={<ReviewPage />} />
            <Route path="plans/:planId" element={<PlanPage />} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return async () => {
    away = true;
    await act(() => queries.refetchQueries());
  };
}

async function type(label: RegExp, text: string) {
  fireEvent.change(await screen.findByLabelText(label), { target: { value: text } });
}

describe('a page whose service goes away', () => {
  beforeEach(() => {
    away = false;
    vi.stubGlobal('fetch', answer);
    vi.stubGlobal('WebSocket', class { close() {} });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    ['/reviews/v1', /Comment/],
    ['/plans/m1', /Reason/],
  ])('%s keeps what is typed and says that it may be old', async (path, field) => {
    const lose = open(path);
    await type(field, 'not finished');
    await lose();
    expect(await screen.findByText(/what it shows may be old/)).toBeTruthy();
    expect(screen.getByDisplayValue('not finished')).toBeTruthy();
  });

  it('keeps an edit of a file on the board', async () => {
    const lose = open('/runs/r1?atom=a1');
    fireEvent.click(await screen.findByRole('button', { name: 'Edit the file' }));
    await type(/Content of/, 'new');
    await lose();
    expect(await screen.findByText(/what it shows may be old/)).toBeTruthy();
    expect(screen.getByDisplayValue('new')).toBeTruthy();
  });

  it('says so when it never had anything to show', async () => {
    away = true;
    open('/runs/r1');
    expect(await screen.findByText("The run can't be shown")).toBeTruthy();
  });
});
