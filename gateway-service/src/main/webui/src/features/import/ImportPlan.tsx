import { FileButton, Button, Card, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { post } from '../../api/client';
import { importAcceptedSchema } from '../../api/import';
import { ProblemAlert } from '../../app/ProblemAlert';
import { readFiles } from './files';

/** A plan that is there already: files of Task Master, Spec Kit or this product become a session of their own. */
export function ImportPlan() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: async (files: File[]) => post('masterplans/import', { files: await readFiles(files) }, importAcceptedSchema),
    onSuccess: (accepted) => {
      void client.invalidateQueries();
      void navigate(`/plans/${accepted.masterplan_id}`);
    },
  });
  return (
    <Card withBorder>
      <Title order={2} size="h6" mb="xs">Bring your own plan</Title>
      <Text size="sm" mb="xs">
        Task Master’s tasks.json, Spec Kit’s tasks.md with spec.md, plan.md and data-model.md, or a plan exported here.
      </Text>
      <ProblemAlert error={send.error} title="The files were not taken" />
      <FileButton multiple accept=".json,.md" onChange={(files) => files.length > 0 && send.mutate(files)}>
        {(props) => <Button {...props} variant="default" size="xs" loading={send.isPending}>Import files</Button>}
      </FileButton>
    </Card>
  );
}
