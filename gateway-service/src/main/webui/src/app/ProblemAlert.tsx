import { Alert, Code, Text } from '@mantine/core';
import { Problem } from '../api/client';

/** An error as a person can use it: what was refused, and the trace id under which operators find it. */
export function ProblemAlert({ error, title = 'That did not work' }: { error: Error | null; title?: string }) {
  if (!error) {
    return null;
  }
  return (
    <Alert color="red" title={title} role="alert" my="sm">
      <Text size="sm">{error.message}</Text>
      {error instanceof Problem && error.traceId ? <Text size="xs">trace <Code>{error.traceId}</Code></Text> : null}
    </Alert>
  );
}

/** Stands above a page whose last reading failed: the page stays, with what somebody types into it. */
export function StaleAlert({ error }: { error: Error | null }) {
  return <ProblemAlert error={error} title="This page can't be brought up to date; what it shows may be old" />;
}
