import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import reference from '../../../../../../../docs/reference/run-states.md?raw';
import { actionsFor, ALLOWED, carryOut } from './commands';

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

  it('waits longer than a minute, past a service that is away, and tells a late refusal', async () => {
    const pending = Array.from({ length: 200 }, () => ({ state: 'PENDING' }));
    const fetched = answers(...pending);
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    fetched.mockResolvedValueOnce(new Response('{"title":"Bad gateway"}', { status: 502 }));
    fetched.mockResolvedValueOnce(new Response('{"title":"Not signed in"}', { status: 401 }));
    fetched.mockResolvedValueOnce(new Response('{"id":"c1","command":"edit_file","state":"REFUSED","text":"the file has changed since"}'));
    const done = carryOut('r1', { command: 'edit_file' }).then(() => 'done', (error: Error) => error.message);
    await vi.runAllTimersAsync();
    expect(await done).toBe('the file has changed since');
  });

  it('gives up on a command that nobody knows', async () => {
    const fetched = answers({ state: 'PENDING' });
    fetched.mockResolvedValueOnce(new Response('{"title":"Not found","detail":"there is no such command"}', { status: 404 }));
    const done = carryOut('r1', { command: 'edit_file' }).catch((error: Error) => error.message);
    await vi.runAllTimersAsync();
    expect(await done).toBe('there is no such command');
  });

  it('tells why when the run refuses later', async () => {
    answers({ state: 'PENDING' }, { state: 'REFUSED', text: 'rules.py:12: SyntaxError' });
    const done = carryOut('r1', { command: 'edit_file' }).catch((error: Error) => error.message);
    await vi.runAllTimersAsync();
    expect(await done).toBe('rules.py:12: SyntaxError');
  });
});

/** State → commands that it takes, as the execution service's own test wrote it down. */
function documented(): [string, string[]][] {
  const rows = reference
    .split('\n')
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  const head = rows.find((row) => row[0] === 'state') ?? [];
  return rows
    .filter((row) => row.length === head.length && /^[A-Z_]+$/.test(row[0] ?? ''))
    .map((row) => [row[0] ?? '', head.filter((name, column) => name !== 'review' && row[column] === 'yes')]);
}

describe('what a person can do', () => {
  it.each(documented())('is in %s what the reference says', (state, commands) => {
    const here = Object.entries(ALLOWED).filter(([, states]) => states.includes(state)).map(([name]) => name);
    expect(here.sort()).toEqual(commands.sort());
  });

  it('is documented for every state that the page knows', () => {
    expect(new Set(documented().map(([state]) => state)).size).toBeGreaterThanOrEqual(new Set(Object.values(ALLOWED).flat()).size);
  });

  it.each([
    ['PREPARING', null, ['Cancel'], null],
    ['READY', null, ['Start', 'Pause', 'Cancel'], 'Start'],
    ['RUNNING', null, ['Pause', 'Cancel'], null],
    ['PAUSED', null, ['Resume', 'Retry wave 3', 'Cancel'], 'Resume'],
    ['BLOCKED', 'gate: R-003', ['Resume', 'Retry wave 3', 'Pause', 'Cancel'], null],
    ['BLOCKED', 'budget: …', ['Resume', 'Retry wave 3', 'Pause', 'Cancel'], null],
    ['BLOCKED', 'failed atoms: 2', ['Resume', 'Retry wave 3', 'Pause', 'Cancel'], 'Retry wave 3'],
    ['BLOCKED', 'disk: full', ['Resume', 'Retry wave 3', 'Pause', 'Cancel'], 'Resume'],
    ['COMPLETED', null, [], null],
    ['CANCELLED', null, [], null],
  ])('is one click away in %s (%s)', (state, reason, labels, primary) => {
    const actions = actionsFor({ state, reason, wave: 3 });
    expect(actions.map((a) => a.label)).toEqual(labels);
    expect(actions.find((a) => a.tone === 'primary')?.label ?? null).toBe(primary);
  });

  it.each([[0, ['Resume', 'Cancel']], [1, ['Resume', 'Retry wave 1', 'Cancel']]])('is no retry of wave %i before there is one', (wave, labels) => {
    expect(actionsFor({ state: 'PAUSED', reason: null, wave }).map((a) => a.label)).toEqual(labels);
  });
});
