import { Button, CloseButton, Code, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import { atomDetailSchema, type AtomDetail, type Execution } from '../../api/execution';
import { ProblemAlert } from '../../app/ProblemAlert';
import { StateBadge } from '../../app/StateBadge';
import { dollars, duration } from '../../app/states';
import { useCloseWithCare } from '../../app/useCloseWithCare';
import { allows, useCommand } from './commands';
import { FileEditor } from './FileEditor';

type Props = { run: Execution; atomId: string | null; onClose: () => void };

/** One piece: its attempts with their diagnostics, and its file, which can be edited when the run is blocked. */
export function AtomDrawer({ run, atomId, onClose }: Props) {
  const { data, error } = useQuery({
    queryKey: ['execution', run.id, 'atom', atomId],
    queryFn: () => get(`executions/${run.id}/atoms/${atomId}`, atomDetailSchema),
    enabled: atomId !== null,
  });
  const { onDirty, closeWithCare } = useCloseWithCare(onClose);
  const name = data?.name ?? 'Piece';
  return (
    <Drawer.Root opened={atomId !== null} onClose={closeWithCare} position="right" size="xl">
      <Drawer.Overlay />
      <Drawer.Content aria-label={name}>
        <Drawer.Body pt="md">
          <Group justify="space-between" wrap="nowrap" mb="sm">
            <Title order={2} size="h5">{name}</Title>
            <CloseButton aria-label="Close" onClick={closeWithCare} />
          </Group>
          <ProblemAlert error={error} />
          {data ? (
            <Stack>
              <Text size="sm">
                <StateBadge state={data.state} /> wave {data.wave} · {data.language} · retries {data.retries}
                {typeof data.confidence === 'number' ? ` · confidence ${data.confidence.toFixed(2)}` : ''}
                {data.requirement_keys.length ? ` · ${data.requirement_keys.join(', ')}` : ''}
              </Text>
              {data.reason ? <Text size="sm">{data.reason}</Text> : null}
              <Retry run={run} atom={data} />
              <Attempts atom={data} />
              <FileEditor key={data.id} run={run} atom={data} onDirty={onDirty} />
            </Stack>
          ) : null}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

/** A piece that has ended is written again, with the rest of its file's chain, where the run takes that. */
function Retry({ run, atom }: { run: Execution; atom: AtomDetail }) {
  const command = useCommand(run.id);
  const ended = atom.state === 'FAILED' || atom.state === 'COMPLETED';
  if (!atom.file || !ended || !allows(run.state, 'retry_atom')) {
    return null;
  }
  return (
    <div>
      <Button
        size="xs"
        variant={atom.state === 'FAILED' ? 'filled' : 'default'}
        loading={command.isPending}
        onClick={() => command.mutate({ command: 'retry_atom', atom_id: atom.id })}
      >
        Retry this piece
      </Button>
      <ProblemAlert error={command.error} title="The command was refused" />
    </div>
  );
}

function Attempts({ atom }: { atom: AtomDetail }) {
  return (
    <section aria-label="Attempts">
      <Title order={3} size="h6">Attempts</Title>
      {atom.attempts.map((attempt, index) => (
        <div key={index}>
          <Text size="sm">
            {attempt.number}. <StateBadge state={attempt.state} size="xs" />{' '}
            {attempt.validators.map((v) => `${v.name} ${v.passed ? 'passed' : 'failed'}`).join(', ')} {duration(attempt.duration_ms)}
            {attempt.cost_usd ? ` · ${dollars(attempt.cost_usd)}` : ''}
          </Text>
          {attempt.diagnostics.length ? <Code block>{attempt.diagnostics.join('\n')}</Code> : null}
        </div>
      ))}
    </section>
  );
}
