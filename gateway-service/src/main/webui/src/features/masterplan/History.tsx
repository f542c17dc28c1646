import { Badge, Button, Card, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post, remove } from '../../api/client';
import { type Masterplan, masterplanSchema } from '../../api/planner';
import { diffSchema, editAnswerSchema, type Version } from '../../api/versions';
import { ProblemAlert } from '../../app/ProblemAlert';
import { StateBadge } from '../../app/StateBadge';
import { dollars } from '../../app/states';
import { DiffView } from './DiffView';
import { editable, useVersions } from './edits';

type Shown = { from: number; to: number };

/** The versions of a plan: who made each and why, what differs, and the ways back. */
export function History({ plan }: { plan: Masterplan }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const { versions, approved } = useVersions(plan);
  return (
    <Card withBorder>
      <Title order={2} size="h5" mb="xs">Versions</Title>
      <WaysBack plan={plan} versions={versions} />
      {approved && plan.status === 'DRAFT' ? (
        <Text size="sm" mb="xs">
          Version {approved} is approved; a run can't take a second one yet, so this draft waits.{' '}
          <Button size="compact-xs" variant="default" onClick={() => setShown({ from: approved, to: plan.version })}>What would be done again</Button>
        </Text>
      ) : null}
      <Stack gap="xs">
        {versions.map((each) => <Row key={each.version} version={each} plan={plan} onShow={setShown} />)}
      </Stack>
      <Modal opened={shown !== null} onClose={() => setShown(null)} size="lg" title={shown ? `From version ${shown.from} to version ${shown.to}` : ''} closeButtonProps={{ 'aria-label': 'Close' }}>
        {shown ? <Between plan={plan} shown={shown} /> : null}
      </Modal>
    </Card>
  );
}

function WaysBack({ plan, versions }: { plan: Masterplan; versions: Version[] }) {
  const client = useQueryClient();
  const back = useMutation({
    mutationFn: async (way: 'undo' | 'draft') => {
      if (way === 'undo') {
        await post(`masterplans/${plan.id}/undo`, { base_version: plan.version }, editAnswerSchema);
      } else {
        await remove(`masterplans/${plan.id}/draft?base_version=${plan.version}`, masterplanSchema);
      }
    },
    onSuccess: () => client.invalidateQueries(),
  });
  const edited = versions.find((each) => each.version === plan.version)?.based_on != null;
  const decided = versions.some((each) => each.status === 'APPROVED' || each.status === 'REJECTED');
  return (
    <>
      <Group gap="xs" mb="xs">
        {edited && editable(plan) ? <Button size="xs" variant="default" loading={back.isPending} onClick={() => back.mutate('undo')}>Undo the last edit</Button> : null}
        {decided && plan.status === 'DRAFT' ? <Button size="xs" color="red" variant="outline" disabled={back.isPending} onClick={() => back.mutate('draft')}>Delete the draft</Button> : null}
      </Group>
      <ProblemAlert error={back.error} />
    </>
  );
}

function Row({ version: v, plan, onShow }: { version: Version; plan: Masterplan; onShow: (shown: Shown) => void }) {
  const client = useQueryClient();
  const draft = useMutation({
    mutationFn: () => post(`masterplans/${plan.id}/draft`, { version: v.version, base_version: plan.version, reason: `as in version ${v.version}` }, editAnswerSchema),
    onSuccess: () => client.invalidateQueries(),
  });
  const goOn = (editable(plan) || plan.status === 'REJECTED') && (v.version !== plan.version || plan.status === 'REJECTED');
  const from = v.based_on;
  return (
    <div>
      <Group gap="xs">
        <Badge size="sm" variant="default">v{v.version}</Badge>
        <StateBadge state={v.status} size="xs" />
        <Text size="xs" c="dimmed">{v.author}, {new Date(v.created_at).toLocaleString()}</Text>
      </Group>
      <Text size="sm">{v.reason ?? 'as it was generated'}</Text>
      <Group gap="xs">
        {from != null ? <Button size="compact-xs" variant="default" aria-label={`Show what version ${v.version} changed`} onClick={() => onShow({ from, to: v.version })}>Changes</Button> : null}
        {goOn ? <Button size="compact-xs" variant="default" loading={draft.isPending} aria-label={`Go on from version ${v.version}`} onClick={() => draft.mutate()}>Go on from here</Button> : null}
      </Group>
      <ProblemAlert error={draft.error} />
    </div>
  );
}

function Between({ plan, shown }: { plan: Masterplan; shown: Shown }) {
  const { data, error } = useQuery({
    queryKey: ['masterplan', plan.id, 'diff', shown.from, shown.to],
    queryFn: () => get(`masterplans/${plan.id}/diff?from=${shown.from}&to=${shown.to}`, diffSchema),
  });
  if (!data) {
    return <ProblemAlert error={error} />;
  }
  const { again } = data;
  return (
    <Stack gap="sm">
      <DiffView diff={data.diff} />
      <Text size="sm">
        Built where version {shown.from} stands: {again.atoms.length} atoms again ({dollars(again.cost_usd.likely)}, about {Math.round(again.seconds)} s), {again.kept} kept, {again.removed} removed.
      </Text>
    </Stack>
  );
}
