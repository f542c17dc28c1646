import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { atomDetailSchema, executionSchema } from '../../api/execution';
import { FileEditor } from './FileEditor';

const run = executionSchema.parse({
  id: 'r1', masterplan_id: 'm1', session_id: 's1', version: 1, name: 'Library', state: 'BLOCKED', wave: 1, total_waves: 2,
  atoms: { total: 1, completed: 0, failed: 1 },
  tests: { must_total: 0, must_passed: 0, should_total: 0, should_passed: 0 },
  cost: { spent_usd: 0, soft_usd: 50, hard_usd: 100 },
  trace_id: 'abc',
});

const atom = { id: 'a1', name: 'Rules', task_number: 1, subtask_number: 1, wave: 1, state: 'FAILED', file: 'app/rules.py' };

function show(detail: object, answers: Record<string, string>) {
  vi.stubGlobal('fetch', vi.fn((url: string, init: RequestInit) => {
    // The service has files as bytes only.
    const wanted = url.includes('workspace/file') ? 'application/octet-stream' : 'application/json';
    if (new Headers(init.headers).get('Accept') !== wanted) {
      return Promise.resolve(new Response('', { status: 406 }));
    }
    const body = Object.entries(answers).find(([part]) => url.includes(part))?.[1] ?? '';
    return Promise.resolve(new Response(body, { status: 200 }));
  }));
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <FileEditor run={run} atom={atomDetailSchema.parse(detail)} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe('FileEditor', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('lets a person write a file that nobody could write', async () => {
    show(atom, { 'workspace/tree': '[]' });
    expect(await screen.findByRole('button', { name: 'Edit the file' })).toBeTruthy();
  });

  it('shows what a failed piece last tried', async () => {
    show({ ...atom, content: 'def broken(' }, { 'workspace/tree': '[{"path":"app/rules.py","sha256":"x"}]', 'workspace/file': 'old' });
    expect(await screen.findByText('def broken(')).toBeTruthy();
  });

  it('shows the file of the workspace when the piece is done', async () => {
    const tree = '[{"path":"app/rules.py","sha256":"x"}]';
    show({ ...atom, state: 'COMPLETED', content: 'first link' }, { 'workspace/tree': tree, 'workspace/file': 'whole file' });
    expect(await screen.findByText('whole file')).toBeTruthy();
  });
});
