import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOut } from './commands';

function answers(...states: Array<{ state: string; text?: string }>) {
  const fetched = vi.fn();
  states.forEach((answer) =>
    fetched.mockResolvedValueOnce(new Response(JSON.stringify({ id: 'c1', command: 'edit_file', ...answer }), { status: 202 })),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('carryOut', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits until the run has carried the command out', async () => {
    const fetched = answers({ state: 'PENDING' }, { state: 'PENDING' }, { state: 'DONE' });
    const done = carryOut('r1', { command: 'edit_file' });
    await vi.runAllTimersAsync();
    await expect(done).resolves.toBeUndefined();
    expect(fetched.mock.calls.map((call) => call[0])).toEqual([
      '/api/v1/executions/r1/commands',
      '/api/v1/executions/r1/commands/c1',
      '/api/v1/executions/r1/commands/c1',
    ]);
  });

  it('tells why when the run refuses later', async () => {
    answers({ state: 'PENDING' }, { state: 'REFUSED', text: 'rules.py:12: SyntaxError' });
    const done = carryOut('r1', { command: 'edit_file' }).catch((error: Error) => error.message);
    await vi.runAllTimersAsync();
    expect(await done).toBe('rules.py:12: SyntaxError');
  });
});
