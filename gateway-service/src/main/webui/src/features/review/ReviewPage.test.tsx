import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReviewPage } from './ReviewPage';

const review = { id: 'v1', masterplan_id: 'm1', execution_id: 'r1', kind: 'ATOM', subject: 'Rules', file: 'app/rules.py', state: 'PENDING', priority: 'high' };

let posted: string[];

/** A decision stays under way for ever. */
function show(shown: object) {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    if (init.method === 'POST') {
      posted.push(url);
      return new Promise<Response>(() => undefined);
    }
    const body = url.includes('/reviews/') ? JSON.stringify(shown) : url.includes('workspace/tree') ? '[{"path":"app/rules.py","sha256":"x"}]' : 'old';
    return Promise.resolve(new Response(body, { status: 200 }));
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter initialEntries={['/reviews/v1']}>
          <Routes><Route path="reviews/:reviewId" element={<ReviewPage />} /></Routes>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const approve = () => screen.queryByRole('button', { name: 'Approve' });

describe('a review', () => {
  beforeEach(() => {
    posted = [];
    vi.stubGlobal('WebSocket', class { close() {} });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('of a piece that nobody could write has nothing to approve and says what helps', async () => {
    show({ ...review, failed: true, suggestions: ['look at rules.py:12: SyntaxError'] });
    expect(await screen.findByText(/It could not be written. The run waits/)).toBeTruthy();
    expect(screen.queryByText(/little confidence/)).toBeNull();
    expect(screen.getByText('look at rules.py:12: SyntaxError')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Send the edit' })).toBeTruthy();
    expect(approve()).toBeNull();
  });

  it.each([
    ['The approval was refused', null],
    ['The edit was refused', 'mine'],
  ])('says “%s” when the draft is %j', async (title, draft) => {
    show({ ...review, state: 'IN_REVIEW', draft, refusal: ['the piece was written again'] });
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.getAllByText(/was refused$/)).toHaveLength(1);
  });

  it('takes one decision at a time', async () => {
    show({ ...review, draft: 'mine', state: 'IN_REVIEW' });
    const edit = await screen.findByRole('button', { name: 'Send the edit' });
    expect(edit).toHaveProperty('disabled', false);
    fireEvent.click(screen.getByRole('button', { name: 'Approve' }));
    await vi.waitFor(() => expect(edit).toHaveProperty('disabled', true));
    fireEvent.click(edit);
    expect(posted).toEqual(['/api/v1/reviews/v1/approve']);
  });
});
