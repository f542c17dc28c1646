import { Button, Card, Center, Loader, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { z } from 'zod';
import { get, Problem, signIn } from '../api/client';

const sessionSchema = z.object({ user: z.string() });

/** Takes the token out of the start URL, exchanges it for the cookie and leaves a clean address behind. */
async function currentUser() {
  const url = new URL(location.href);
  const token = url.searchParams.get('token');
  if (token) {
    url.searchParams.delete('token');
    history.replaceState(null, '', url);
    await signIn(token);
  }
  return get('session', sessionSchema);
}

/** Shows its children to a signed-in user only. */
export function SignInGate({ children }: { children: ReactNode }) {
  const session = useQuery({ queryKey: ['user'], queryFn: currentUser, retry: false, refetchInterval: false });
  if (session.isPending) {
    return <Center h="100vh"><Loader aria-label="Signing in" /></Center>;
  }
  if (session.error) {
    return <SignInForm error={session.error} />;
  }
  return children;
}

function SignInForm({ error }: { error: Error }) {
  const client = useQueryClient();
  const [token, setToken] = useState('');
  const [refusal, setRefusal] = useState<string | null>(
    error instanceof Problem && error.status === 401 ? null : error.message,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn(token)
      .then(() => client.invalidateQueries({ queryKey: ['user'] }))
      .catch((e: Error) => setRefusal(e.message));
  };
  return (
    <Center h="100vh" component="main">
      <Card withBorder w={420} component="form" onSubmit={submit}>
        <Stack>
          <Title order={1} size="h3">MasterPlan Flow</Title>
          <Text size="sm">Open the address that the terminal printed, or paste the token from it.</Text>
          <PasswordInput label="Token" value={token} onChange={(e) => setToken(e.currentTarget.value)} error={refusal} required />
          <Button type="submit">Sign in</Button>
        </Stack>
      </Card>
    </Center>
  );
}
