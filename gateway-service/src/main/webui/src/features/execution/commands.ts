import { useMutation, useQueryClient } from '@tanstack/react-query';
import { get, isSignedOut, Problem, post } from '../../api/client';
import { commandSchema, type Execution } from '../../api/execution';

export type Command = { command: CommandName; [field: string]: unknown };

export type CommandName =
  | 'start' | 'pause' | 'resume' | 'cancel' | 'retry_wave' | 'retry_atom' | 'edit_file' | 'correct_test' | 'limits';

/** In which states of a run a person may ask for what: docs/reference/run-states.md as data; the service decides again. */
export const ALLOWED: Record<CommandName, readonly string[]> = {
  start: ['READY'],
  pause: ['READY', 'RUNNING', 'BLOCKED'],
  resume: ['PAUSED', 'BLOCKED'],
  cancel: ['PREPARING', 'READY', 'RUNNING', 'PAUSED', 'BLOCKED'],
  retry_wave: ['PAUSED', 'BLOCKED'],
  retry_atom: ['RUNNING', 'PAUSED', 'BLOCKED'],
  edit_file: ['RUNNING', 'PAUSED', 'BLOCKED', 'COMPLETED', 'COMPLETED_WITH_GAPS'],
  correct_test: ['RUNNING', 'PAUSED', 'BLOCKED'],
  limits: ['READY', 'RUNNING', 'PAUSED', 'BLOCKED'],
};

export function allows(state: string, command: CommandName): boolean {
  return ALLOWED[command].includes(state);
}

type Action = { label: string; command: Command; tone: 'primary' | 'plain' | 'danger' };

const ORDER = ['start', 'resume', 'retry_wave', 'pause', 'cancel'] as const;

/** Commands that need nothing but a click, the one that helps most first in weight. */
export function actionsFor(run: Pick<Execution, 'state' | 'reason' | 'wave'>): Action[] {
  const label = { start: 'Start', resume: 'Resume', retry_wave: `Retry wave ${run.wave}`, pause: 'Pause', cancel: 'Cancel' };
  const primary = mostHelpful(run.state, run.reason ?? '');
  // Before the first wave there is none to write again.
  const offered = ORDER.filter((name) => allows(run.state, name) && (name !== 'retry_wave' || run.wave > 0));
  return offered.map((name) => ({
    label: label[name],
    command: name === 'retry_wave' ? { command: name, wave: run.wave } : { command: name },
    tone: name === 'cancel' ? 'danger' : name === primary ? 'primary' : 'plain',
  }));
}

/** At a gate and at the limit it is none of these: a file, a test or the limits have to change first. */
function mostHelpful(state: string, reason: string): CommandName | null {
  if (state === 'BLOCKED') {
    if (reason.startsWith('gate') || reason.startsWith('budget')) {
      return null;
    }
    return reason.startsWith('failed atoms') ? 'retry_wave' : 'resume';
  }
  return state === 'READY' ? 'start' : state === 'PAUSED' ? 'resume' : null;
}

const POLL_MS = 500;
const SLOW_POLL_MS = 3_000;
const QUICK_POLLS = 60;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What was sent is sent: a service that is away, or a sign-in that has ended, says nothing about what comes of it. */
function passing(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Problem && (error.status >= 500 || isSignedOut(error)));
}

/**
 * Sends a command to the run's mailbox and waits for its answer as long as that takes: a run reads its mailbox between
 * two steps, and a step can take minutes. A refusal is an error with the run's words.
 */
export async function carryOut(runId: string, command: Command): Promise<void> {
  let sent = await post(`executions/${runId}/commands`, command, commandSchema);
  for (let poll = 0; sent.state === 'PENDING'; poll += 1) {
    await sleep(poll < QUICK_POLLS ? POLL_MS : SLOW_POLL_MS);
    sent = await get(`executions/${runId}/commands/${sent.id}`, commandSchema).catch((error: unknown) => {
      if (passing(error)) {
        return sent;
      }
      throw error;
    });
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
