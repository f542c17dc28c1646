import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../api/client';
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

/** Sends a command to the run's mailbox and reads the run again. */
export function useCommand(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: Command) => post(`executions/${runId}/commands`, command, commandSchema),
    onSuccess: () => client.invalidateQueries({ queryKey: ['execution'] }),
  });
}
