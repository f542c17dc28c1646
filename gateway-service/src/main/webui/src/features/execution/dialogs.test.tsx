import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { executionSchema, testSchema } from '../../api/execution';
import type { LiveUpdate } from '../../live/frames';
import { useLiveStore } from '../../live/store';
import { Actions } from './Actions';
import { AtomDrawer } from './AtomDrawer';
import { CorrectTest } from './CorrectTest';
import { Limits } from './Limits';
import { Preparing } from './Preparing';

const run = executionSchema.parse({
  id: 'r1', masterplan_id: 'm1', session_id: 's1', version: 1, name: 'Library', state: 'BLOCKED', reason: 'gate: R-002', wave: 1, total_waves: 2,
  atoms: { total: 1, completed: 0, failed: 1 },
  tests: { must_total: 0, must_passed: 0, should_total: 0, should_passed: 0 },
  cost: { spent_usd: 0, soft_usd: 50, hard_usd: 100 },
  trace_id: 'abc',
});
const test = testSchema.parse({ id: 'T-1', requirement_key: 'R-1', sentence: 'It holds.', priority: 'MUST', state: 'FAILED', file: 'acceptance/test_r1.py' });

function show(node: ReactNode, answers: Record<string, string> = {}) {
  const fetched = vi.fn((url: string, _init?: RequestInit) => {
    const body = Object.entries(answers).find(([part]) => url.includes(part))?.[1] ?? '{"id":"c","command":"x","state":"DONE"}';
    return Promise.resolve(new Response(body, { status: 200 }));
  });
  vi.stubGlobal('fetch', fetched);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>{node}</QueryClientProvider>
    </MantineProvider>,
  );
  return () => fetched.mock.calls.filter(([, init]) => init?.method === 'POST').map(([, init]) => JSON.parse(String(init?.body)));
}

afterEach(() => void vi.unstubAllGlobals());

describe('correcting a test', () => {
  const answers = { 'workspace/tree': '[{"path":"acceptance/test_r1.py","sha256":"x"}]', 'workspace/file': 'refused(405)\n' };

  it.each(['COMPLETED', 'PREPARING', 'READY', 'CANCELLED'])('is not offered in %s', (state) => {
    show(<CorrectTest run={{ ...run, state }} test={test} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('needs a change and a reason, shows the change, and sends both', async () => {
    const posted = show(<CorrectTest run={run} test={test} />, answers);
    fireEvent.click(screen.getByRole('button', { name: 'Correct test T-1' }));
    const code = await screen.findByLabelText('Content of acceptance/test_r1.py');
    const send = () => screen.getByRole('button', { name: 'Save and prove it red' });
    fireEvent.change(screen.getByLabelText(/Reason/), { target: { value: 'the sentence says 404' } });
    expect(send()).toHaveProperty('disabled', true);
    fireEvent.change(code, { target: { value: 'refused(404)\n' } });
    expect(screen.getByText('- refused(405)')).toBeTruthy();
    expect(screen.getByText('+ refused(404)')).toBeTruthy();
    fireEvent.click(send());
    await vi.waitFor(() => expect(posted()).toEqual([{ command: 'correct_test', test_id: 'T-1', code: 'refused(404)\n', reason: 'the sentence says 404' }]));
  });
});

describe('what is typed into a dialog', () => {
  const answers = {
    'workspace/tree': '[{"path":"acceptance/test_r1.py","sha256":"x"},{"path":"app/rules.py","sha256":"y"}]',
    'workspace/file': 'refused(405)\n',
    'atoms/a1': '{"id":"a1","name":"Rules","task_number":1,"subtask_number":1,"wave":1,"state":"COMPLETED","file":"app/rules.py"}',
  };
  const escape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  const asked = (answer: boolean) => vi.spyOn(window, 'confirm').mockReturnValue(answer);

  it('is thrown away by Escape only when a person says so', async () => {
    const close = vi.fn();
    show(<AtomDrawer run={run} atomId="a1" onClose={close} />, answers);
    fireEvent.click(await screen.findByRole('button', { name: 'Edit the file' }));
    fireEvent.change(screen.getByLabelText('Content of app/rules.py'), { target: { value: 'mine' } });
    const no = asked(false);
    escape();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(no).toHaveBeenCalledTimes(2);
    expect(close).not.toHaveBeenCalled();
    asked(true);
    escape();
    expect(close).toHaveBeenCalledOnce();
  });

  it('is asked about in a correction, too, and not while nothing is typed', async () => {
    show(<CorrectTest run={run} test={test} />, answers);
    const open = screen.getByRole('button', { name: 'Correct test T-1' });
    const no = asked(false);
    fireEvent.click(open);
    await screen.findByLabelText('Content of acceptance/test_r1.py');
    escape();
    await vi.waitFor(() => expect(screen.queryByLabelText('Content of acceptance/test_r1.py')).toBeNull());
    expect(no).not.toHaveBeenCalled();
    fireEvent.click(open);
    fireEvent.change(await screen.findByLabelText(/Reason/), { target: { value: 'half a' } });
    escape();
    expect(no).toHaveBeenCalledOnce();
    expect(screen.getByDisplayValue('half a')).toBeTruthy();
  });

  it('stays, and can not be changed, until a slow command is answered', async () => {
    show(<AtomDrawer run={run} atomId="a1" onClose={() => undefined} />, { ...answers, commands: '{"id":"c","command":"edit_file","state":"PENDING"}' });
    fireEvent.click(await screen.findByRole('button', { name: 'Edit the file' }));
    const code = screen.getByLabelText('Content of app/rules.py');
    fireEvent.change(code, { target: { value: 'mine' } });
    fireEvent.change(screen.getByLabelText(/Reason/), { target: { value: 'R-1' } });
    vi.useFakeTimers();
    fireEvent.click(screen.getByRole('button', { name: 'Save and test' }));
    await act(() => vi.advanceTimersByTimeAsync(150_000));
    vi.useRealTimers();
    expect(screen.getByText(/Still on its way/)).toBeTruthy();
    expect(screen.getByDisplayValue('mine')).toBe(code);
    expect(code).toHaveProperty('readOnly', true);
  });
});

describe('limits', () => {
  it('are refused on the page when the soft one is not below the hard one', async () => {
    const posted = show(<Limits run={run} />);
    fireEvent.click(screen.getByRole('button', { name: 'Change limits' }));
    const hard = await screen.findByLabelText(/Hard limit/);
    fireEvent.change(hard, { target: { value: '50' } });
    expect(screen.getByText('has to be higher than the soft limit')).toBeTruthy();
    fireEvent.change(hard, { target: { value: '120' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await vi.waitFor(() => expect(posted()).toEqual([{ command: 'limits', limits: { soft_usd: 50, hard_usd: 120 } }]));
  });

  it('are not offered where the run does not take them', () => {
    show(<Limits run={{ ...run, state: 'COMPLETED' }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('cancel', () => {
  it('is asked for twice', async () => {
    const posted = show(<Actions run={run} />);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(posted()).toEqual([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel the run' }));
    await vi.waitFor(() => expect(posted()).toEqual([{ command: 'cancel' }]));
  });
});

describe('preparing', () => {
  beforeEach(() => useLiveStore.getState().reset());
  const told = (type: string): LiveUpdate => ({ v: 1, seq: 1, id: type, type, time: '2026-01-01T00:00:00Z', session_id: 's', data: { total: 9 } });

  it.each([
    [[], 'Preparing the acceptance tests'],
    [['acceptance_tests_start'], 'Preparing 9 acceptance tests: writing them from your sentences'],
    [['acceptance_tests_start', 'acceptance_tests_progress'], 'Preparing 9 acceptance tests: written; now running them on two empty programs, where each has to fail'],
  ])('after %j says what is prepared', (types, words) => {
    useLiveStore.getState().apply(types.map(told));
    show(<Preparing run={{ ...run, state: 'PREPARING' }} />);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('is silent later', () => {
    show(<Preparing run={run} />);
    expect(screen.queryByRole('status')).toBeNull();
  });
});
