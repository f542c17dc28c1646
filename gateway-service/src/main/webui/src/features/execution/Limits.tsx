import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { Execution } from '../../api/execution';
import { ProblemAlert } from '../../app/ProblemAlert';
import { dollars } from '../../app/states';
import { allows, useCommand } from './commands';

/** Changes both limits of the plan; stands out when the run waits for it. */
export function Limits({ run }: { run: Execution }) {
  const [opened, { open, close }] = useDisclosure();
  if (!allows(run.state, 'limits')) {
    return null;
  }
  const waits = run.state === 'BLOCKED' && (run.reason ?? '').startsWith('budget');
  return (
    <>
      <Button size="xs" mt="xs" variant={waits ? 'filled' : 'default'} onClick={open}>Change limits</Button>
      <Modal opened={opened} onClose={close} title="Limits of this plan" closeButtonProps={{ 'aria-label': 'Close' }}>
        <LimitsForm run={run} onDone={close} />
      </Modal>
    </>
  );
}

function LimitsForm({ run, onDone }: { run: Execution; onDone: () => void }) {
  const [soft, setSoft] = useState<number | string>(run.cost.soft_usd);
  const [hard, setHard] = useState<number | string>(run.cost.hard_usd);
  const command = useCommand(run.id);
  const valid = typeof soft === 'number' && typeof hard === 'number' && soft >= 0 && soft < hard;
  const send = () => command.mutate({ command: 'limits', limits: { soft_usd: soft, hard_usd: hard } }, { onSuccess: onDone });
  const field = { prefix: '$', decimalScale: 2, min: 0, hideControls: true, required: true } as const;
  return (
    <Stack gap="sm">
      <Text size="sm">Spent so far: {dollars(run.cost.spent_usd)}. Nothing more is spent when the hard limit is lower than that.</Text>
      <NumberInput {...field} label="Soft limit" description="warns" value={soft} onChange={setSoft} />
      <NumberInput {...field} label="Hard limit" description="is never passed" value={hard} onChange={setHard} error={valid ? null : 'has to be higher than the soft limit'} />
      <ProblemAlert error={command.error} title="The limits were refused" />
      <Group><Button size="xs" onClick={send} loading={command.isPending} disabled={!valid}>Save</Button></Group>
    </Stack>
  );
}
