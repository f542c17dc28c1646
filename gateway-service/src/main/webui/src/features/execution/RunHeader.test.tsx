import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { type Execution, executionSchema } from '../../api/execution';
import { CostCard } from './CostCard';
import { Failures } from './Failures';
import { RunHeader } from './RunHeader';

const run: Execution = executionSchema.parse({
  id: 'e1',
  masterplan_id: 'm1',
  session_id: 's1',
  version: 1,
  name: 'Library',
  state: 'BLOCKED',
  reason: 'gate: R-007 fails',
  cure: 'edit loans/rules.py',
  wave: 4,
  total_waves: 11,
  atoms: { total: 142, completed: 72, failed: 0 },
  tests: { must_total: 33, must_passed: 31, should_total: 8, should_passed: 8 },
  cost: { spent_usd: '0.002', reserved_usd: '0', soft_usd: '50', hard_usd: '100' },
  rehearsal: true,
  trace_id: 'abc',
});

const red = {
  id: 'T-007-1',
  requirement_key: 'R-007',
  sentence: 'A member has at most 5 open loans.',
  priority: 'MUST',
  state: 'FAILED',
  text: 'sixth loan → 201',
  evidence: 'POST /loans 201',
};

function show(node: React.ReactNode) {
  return render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>{node}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe('the board', () => {
  it('says what is built, how far it is, why it stands and what helps', () => {
    show(<RunHeader run={run} />);
    expect(screen.getByRole('heading', { name: 'Library' })).toBeTruthy();
    expect(screen.getByText(/Wave 4 of 11 · 72 of 142 pieces done/)).toBeTruthy();
    expect(screen.getByText('Blocked: gate: R-007 fails')).toBeTruthy();
    expect(screen.getByText('What helps: edit loans/rules.py')).toBeTruthy();
    expect(screen.getByText('rehearsal, faults injected')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Retry wave 4' })).toBeTruthy();
  });

  it('shows the sentence of the brief beside the red test', () => {
    show(<Failures run={run} tests={[red]} onAtom={() => undefined} />);
    expect(screen.getByText('R-007 MUST: “A member has at most 5 open loans.”')).toBeTruthy();
    expect(screen.getByText('POST /loans 201')).toBeTruthy();
  });

  it('shows less than a cent as what it is', () => {
    show(<CostCard run={run} />);
    expect(screen.getByText('$0.0020')).toBeTruthy();
  });

  it('has no accessibility violation', async () => {
    const { container } = show(
      <main>
        <RunHeader run={run} />
        <CostCard run={run} />
      </main>,
    );
    const result = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(result.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  });
});
