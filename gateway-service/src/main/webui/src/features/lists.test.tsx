import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { theme } from '../app/theme';
import { ReviewsCard } from './execution/ReviewsCard';
import { RunsPage } from './execution/RunsPage';
import { PlansPage } from './masterplan/PlansPage';
import { ReviewsPage } from './review/ReviewsPage';
import { Sessions } from './chat/ChatPage';

const run = (n: number) => ({
  id: `${n}`, masterplan_id: 'm1', session_id: 's1', version: 1, name: `Item ${n}`, state: 'COMPLETED', wave: 1, total_waves: 1,
  atoms: { total: 1, completed: 1, failed: 0 }, tests: { must_total: 0, must_passed: 0, should_total: 0, should_passed: 0 },
  cost: { spent_usd: 0, soft_usd: 50, hard_usd: 100 }, trace_id: 'abc',
});
const plan = (n: number) => ({ id: `${n}`, session_id: 's1', name: `Item ${n}`, status: 'DRAFT', version: 1, created_at: '2026-01-01T00:00:00Z' });
const review = (n: number, state = 'PENDING') => ({ id: `${n}`, masterplan_id: 'm1', kind: 'ATOM', subject: `Item ${n}`, state, priority: 'low' });
const session = (n: number) => ({ id: `${n}`, name: `Item ${n}`, created_at: '2026-01-01T00:00:00Z' });

/** Answers as the services do: 50 rows where nothing is said, the wanted slice, and how many there are. */
function show(node: ReactNode, path: string, rows: { id: string; state?: string }[]) {
  vi.stubGlobal('fetch', (url: string) => {
    const query = new URL(url, location.href).searchParams;
    const found = rows.filter((row) => !query.has('state') || row.state === query.get('state'));
    const offset = Number(query.get('offset') ?? 0);
    const items = found.slice(offset, offset + Number(query.get('limit') ?? 50));
    return Promise.resolve(new Response(JSON.stringify({ items, total: found.length }), { status: 200 }));
  });
  return render(
    <MantineProvider env="test" theme={theme}>
      <QueryClientProvider client={new QueryClient()}><MemoryRouter initialEntries={[path]}>{node}</MemoryRouter></QueryClientProvider>
    </MantineProvider>,
  );
}

const rows = <T,>(of: (n: number) => T, count: number) => Array.from({ length: count }, (_, n) => of(n + 1));

describe('a long list', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each([
    ['runs', <RunsPage />, run],
    ['plans', <PlansPage />, plan],
    ['reviews', <ReviewsPage />, review],
  ])('of %s says how many rows there are and leads to the last', async (_, page, row) => {
    const { container } = show(page, '/', rows<{ id: string }>((n) => row(n), 73));
    expect(await screen.findByText('1 to 50 of 73')).toBeTruthy();
    expect(screen.queryByText('Item 51')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('Item 73')).toBeTruthy();
    expect(screen.getByText('51 to 73 of 73')).toBeTruthy();
    expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations.map((v) => v.id)).toEqual([]);
  });

  it('of fifty has no second page', async () => {
    show(<RunsPage />, '/', rows(run, 50));
    expect(await screen.findByText('Item 50')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();
  });

  it('that got shorter than the page that is asked for leads back', async () => {
    show(<ReviewsPage />, '/?page=2', rows(review, 3));
    expect(await screen.findByText('Nothing here of 3')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Page 1' }));
    expect(await screen.findByText('Item 3')).toBeTruthy();
  });

  it('of sessions leads to the older ones', async () => {
    show(<Sessions current={undefined} />, '/', rows(session, 60));
    fireEvent.click(await screen.findByRole('button', { name: 'Show older ones (52)' }));
    expect(await screen.findByText('Item 56')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show older ones (4)' }));
    expect(await screen.findByText('Item 60')).toBeTruthy();
  });
});

describe('the reviews on a board', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('are counted and listed by what waits for a person', async () => {
    const settled = rows((n) => review(n, 'RESOLVED'), 12);
    show(<ReviewsCard masterplanId="m1" />, '/', [...settled, review(20), review(21, 'IN_REVIEW')]);
    expect(await screen.findByRole('heading', { name: 'Reviews 2 open' })).toBeTruthy();
    expect(screen.getAllByRole('link').slice(0, 3).map((link) => link.textContent)).toEqual(['Item 20', 'Item 21', 'Item 1']);
    expect(screen.getByText(/and 8 more under/)).toBeTruthy();
  });
});
