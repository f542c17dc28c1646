import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Wave } from '../../api/execution';
import { StateBadge } from '../../app/StateBadge';
import { duration, stateColor } from '../../app/states';

/** A bar per wave and the words of its gate. */
export function Waves({ waves }: { waves: Wave[] }) {
  return (
    <Stack gap="md">
      {waves.map((wave) => <WaveRow key={wave.number} wave={wave} />)}
    </Stack>
  );
}

function WaveRow({ wave }: { wave: Wave }) {
  const percent = wave.atoms.total ? (100 * wave.atoms.completed) / wave.atoms.total : 0;
  return (
    <section aria-label={`Wave ${wave.number}`}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>Wave {wave.number}{wave.name ? ` · ${wave.name}` : ''}</Text>
        <Group gap="xs">
          <Text size="xs" c="dimmed">
            {wave.atoms.completed}/{wave.atoms.total} · retries {wave.retries} {duration(wave.duration_ms)}
          </Text>
          <StateBadge state={wave.state} size="xs" />
        </Group>
      </Group>
      <Progress value={percent} color={stateColor(wave.state)} aria-label={`Wave ${wave.number}: pieces done`} />
      {wave.gates.map((gate) => (
        <Text size="xs" mt={4} key={gate.round}>
          Gate S{gate.round > 1 ? `, round ${gate.round}` : ''} <StateBadge state={gate.verdict} size="xs" />{' '}
          {typeof gate.due === 'number' ? `due ${gate.due}${typeof gate.of === 'number' ? ` of ${gate.of}` : ''} · ` : ''}
          MUST {gate.must_passed}/{gate.must_total} · SHOULD {gate.should_passed}/{gate.should_total}
          {gate.failure_reason ? ` · ${gate.failure_reason}` : ''}
        </Text>
      ))}
    </section>
  );
}
