import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { masterplanSchema } from '../../api/planner';
import { Decision } from './Decision';

const requirement = (key: string, state: string) => ({ id: key, key, sentence: 'It holds.', source: { line: 1 }, priority: 'MUST', coverage: { state } });

const plan = masterplanSchema.parse({
  id: 'm1', session_id: 's1', name: 'Library', version: 1, status: 'DRAFT', tests: [{ id: 'T-1', requirement_key: 'R-1' }],
  discovery: { domain: 'd', stack: { language: 'python' }, requirements: [requirement('R-1', 'COVERED'), requirement('R-2', 'NOT_COVERED')] },
});

describe('the decision about a plan', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each(['Approve and build', 'Put off 1', 'Reject'])('is one at a time: after %s nothing else can be chosen', async (first) => {
    const sent = vi.fn((_url: string, _init?: RequestInit) => new Promise<Response>(() => undefined));
    vi.stubGlobal('fetch', sent);
    render(
      <MantineProvider env="test">
        <QueryClientProvider client={new QueryClient()}><MemoryRouter><Decision plan={plan} /></MemoryRouter></QueryClientProvider>
      </MantineProvider>,
    );
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'not needed' } });
    const choices = ['Approve and build', 'Put off 1', 'Reject'].map((name) => screen.getByRole('button', { name }));
    choices.forEach((choice) => expect(choice).toHaveProperty('disabled', false));
    fireEvent.click(screen.getByRole('button', { name: first }));
    await vi.waitFor(() => choices.forEach((choice) => expect(choice).toHaveProperty('disabled', true)));
    expect(sent.mock.calls.filter(([, init]) => init?.method === 'POST')).toHaveLength(1);
  });
});
