import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Wave } from '../../api/execution';
import { StateBadge } from '../../app/StateBadge';
import { duration, stateColor } from '../../app/states';

/** Verdicts of a gate that let the next wave begin. */
const PASSED = ['OPEN', 'NOT_APPLICABLE'];

/** A wave whose pieces are done has not come through while its gate holds it. */
function shownState(wave: Wave): string {
  const last = wave.gates.at(-1);
  return last && !PASSED.includes(last.verdict) ? last.verdict : wave.state;
}

/** A bar per wave and the words of its gate. */
export function Waves({ waves }: { waves: Wave[] }) {
  return (
    <Stack gap="md">
      <Text size="xs" c="dimmed">
        The pieces of a wave are written side by side. Then Gate S runs the acceptance tests that are due: every MUST has to
        pass before the next wave begins.
      </Text>
      {waves.map((wave) => <WaveRow key={wave.number} wave={wave} />)}
    </Stack>
  );
}

function WaveRow({ wave }: { wave: Wave }) {
  const percent = wave.atoms.total ? (100 * wave.atoms.completed) / wave.atoms.total : 0;
  const state = shownState(wave);
  const facts = [`${wave.atoms.completed}/${wave.atoms.total} pieces`, `retries ${wave.retries}`, duration(wave.duration_ms)];
  return (
    <section aria-label={`Wave ${wave.number}`}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>Wave {wave.number}{wave.name ? ` · ${wave.name}` : ''}</Text>
        <Group gap="xs">
          <Text size="xs" c="dimmed">{facts.filter(Boolean).join(' · ')}</Text>
          <StateBadge state={state} size="xs" />
        </Group>
      </Group>
      <Progress value={percent} color={stateColor(state)} aria-label={`Wave ${wave.number}: pieces done`} />
      {wave.gates.map((gate) => <GateLine key={gate.round} gate={gate} />)}
    </section>
  );
}

function GateLine({ gate }: { gate: Wave['gates'][number] }) {
  return (
    <Text size="xs" mt={4}>
      Gate S{gate.round > 1 ? `, round ${gate.round}` : ''} <StateBadge state={gate.verdict} size="xs" />{' '}
      {typeof gate.due === 'number' ? `due ${gate.due}${typeof gate.of === 'number' ? ` of ${gate.of}` : ''} · ` : ''}
      MUST {gate.must_passed}/{gate.must_total} · SHOULD {gate.should_passed}/{gate.should_total}
      {gate.failure_reason ? ` · ${gate.failure_reason}` : ''}
    </Text>
  );
}
