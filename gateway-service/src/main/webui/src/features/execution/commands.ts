import { useMutation, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../../api/client';
import { commandSchema } from '../../api/execution';

export type Command = { command: string; [field: string]: unknown };

type Action = { label: string; command: Command; tone: 'primary' | 'plain' | 'danger' };

const PAUSE: Action = { label: 'Pause', command: { command: 'pause' }, tone: 'plain' };
const RESUME: Action = { label: 'Resume', command: { command: 'resume' }, tone: 'primary' };
const START: Action = { label: 'Start', command: { command: 'start' }, tone: 'primary' };
const CANCEL: Action = { label: 'Cancel', command: { command: 'cancel' }, tone: 'danger' };

/** What a person can do with a run in that state; the service decides again. */
export function actionsFor(state: string, wave: number): Action[] {
  switch (state) {
    case 'READY':
      return [START, CANCEL];
    case 'RUNNING':
      return [PAUSE, CANCEL];
    case 'PREPARING':
      return [CANCEL];
    case 'PAUSED':
      return [RESUME, CANCEL];
    case 'BLOCKED':
      return [{ label: `Retry wave ${wave}`, command: { command: 'retry_wave', wave }, tone: 'primary' }, CANCEL];
    default:
      return [];
  }
}

const POLL_MS = 500;
const POLLS = 120;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends a command to the run's mailbox and waits for its answer, at most a minute; a refusal is an error with the
 * run's words. A command that takes longer goes on without anybody waiting.
 */
export async function carryOut(runId: string, command: Command): Promise<void> {
  let sent = await post(`executions/${runId}/commands`, command, commandSchema);
  for (let poll = 0; sent.state === 'PENDING' && poll < POLLS; poll += 1) {
    await sleep(POLL_MS);
    sent = await get(`executions/${runId}/commands/${sent.id}`, commandSchema);
  }
  if (sent.state === 'REFUSED') {
    throw new Error(sent.text ?? 'The run refused it without a reason');
  }
}

/** {@link carryOut} for a page; the run is read again afterwards, whatever came of it. */
export function useCommand(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: Command) => carryOut(runId, command),
    onSettled: () => client.invalidateQueries({ queryKey: ['execution'] }),
  });
}
