import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { post } from '../../api/client';
import { type Masterplan, messageAcceptedSchema } from '../../api/planner';
import { ProblemAlert } from '../../app/ProblemAlert';

const SEED = 7;

/** Makes the same plan again with faults injected: to see what is mended by itself, and what a person has to mend. */
export function Rehearse({ plan }: { plan: Masterplan }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const rehearse = useMutation({
    mutationFn: () =>
      post(`sessions/${plan.session_id}/masterplans`, { engine: { name: plan.engine?.name, rehearsal_seed: SEED } }, messageAcceptedSchema),
    onSuccess: (accepted) => {
      void client.invalidateQueries();
      void navigate(accepted.masterplan_id ? `/plans/${accepted.masterplan_id}` : `/sessions/${plan.session_id}`);
    },
  });
  if (!plan.engine || typeof plan.engine.rehearsal_seed === 'number') {
    return null;
  }
  return (
    <>
      <Button variant="default" loading={rehearse.isPending} onClick={() => rehearse.mutate()} title="A second plan whose faults are injected on purpose">
        Rehearse with faults
      </Button>
      <ProblemAlert error={rehearse.error} />
    </>
  );
}
