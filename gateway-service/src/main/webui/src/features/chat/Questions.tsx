import { Alert, Button, Radio, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../../api/client';
import { type Discovery, messageAcceptedSchema } from '../../api/planner';
import { ProblemAlert } from '../../app/ProblemAlert';

/** Open questions with their recommended answers chosen beforehand. */
export function Questions({ sessionId, questions }: { sessionId: string; questions: Discovery['questions'] }) {
  const open = questions.filter((q) => !q.answer);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const client = useQueryClient();
  const answerOf = (q: Discovery['questions'][number]) => chosen[q.id] ?? q.recommended ?? '';
  const answer = useMutation({
    mutationFn: () =>
      post(
        `sessions/${sessionId}/discovery/answers`,
        { answers: Object.fromEntries(open.map((q) => [q.id, answerOf(q)])) },
        messageAcceptedSchema,
      ),
    onSuccess: () => client.invalidateQueries(),
  });
  if (open.length === 0) {
    return null;
  }
  return (
    <Alert color="blue" title="Questions">
      <Stack gap="sm">
        {open.map((q) => (
          <Radio.Group
            key={q.id}
            label={q.text}
            value={answerOf(q)}
            onChange={(value) => setChosen({ ...chosen, [q.id]: value })}
          >
            <Stack gap={4} mt={4}>
              {q.options.map((o) => (
                <Radio key={o} value={o} label={o === q.recommended ? `${o} (recommended)` : o} size="xs" />
              ))}
            </Stack>
          </Radio.Group>
        ))}
        <ProblemAlert error={answer.error} />
        <Button size="xs" onClick={() => answer.mutate()} loading={answer.isPending}>Answer</Button>
      </Stack>
    </Alert>
  );
}
