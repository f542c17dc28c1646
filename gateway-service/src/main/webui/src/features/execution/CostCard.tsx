import { Card, Group, Progress, Text, Title } from '@mantine/core';
import type { Execution } from '../../api/execution';
import { dollars } from '../../app/states';
import { Limits } from './Limits';

/** Spent and reserved against both limits. */
export function CostCard({ run }: { run: Execution }) {
  const { spent_usd: spent, reserved_usd: reserved, soft_usd: soft, hard_usd: hard } = run.cost;
  const share = (amount: number) => (hard > 0 ? Math.min(100, (100 * amount) / hard) : 0);
  return (
    <Card withBorder>
      <Group justify="space-between" align="baseline">
        <Title order={2} size="h5">Cost</Title>
        <Text fw={700} size="xl">{dollars(spent)}</Text>
      </Group>
      <Progress.Root size="md" mt="xs">
        <Progress.Section value={share(spent)} color={spent > soft ? 'orange' : 'indigo'} aria-label="Spent" />
        <Progress.Section value={share(reserved)} color="gray" aria-label="Reserved" />
      </Progress.Root>
      <Text size="sm" mt="xs">
        {dollars(reserved)} reserved · warns at {dollars(soft)} · stops at {dollars(hard)}
      </Text>
      {run.rehearsal ? <Text size="sm">Invented prices: a rehearsal costs nothing.</Text> : null}
      <Limits run={run} />
    </Card>
  );
}
