import { Affix, Button, Card, Center, Loader, Modal, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { z } from 'zod';
import { get, isSignedOut, signIn } from '../api/client';
import { ProblemAlert } from './ProblemAlert';
import { withoutToken } from './startAddress';

const sessionSchema = z.object({ user: z.string() });
const RETRY_MS = 2_000;
/** Above every other dialog, because none of them works without it. */
const ON_TOP = 1_000;

/** Exchanges the token of the start URL for the cookie and leaves a clean address; an old token leaves a good cookie be. */
async function currentUser() {
  const { token, address } = withoutToken(location.href);
  if (token) {
    await signIn(token).catch((error: Error) => {
      if (!isSignedOut(error)) {
        throw error;
      }
    });
    history.replaceState(null, '', address);
  }
  return get('session', sessionSchema);
}

/**
 * Shows its children to a signed-in user. Once shown they stay, with what is typed into them: the form lies over them
 * when the sign-in has ended, and a gateway that does not answer is asked again under a notice.
 */
export function SignInGate({ children }: { children: ReactNode }) {
  const session = useQuery({
    queryKey: ['user'],
    queryFn: currentUser,
    retry: (_, error) => !isSignedOut(error),
    retryDelay: RETRY_MS,
    refetchInterval: false,
    // Only a person who was asked to sign in may have done so elsewhere.
    refetchOnWindowFocus: ({ state }) => state.data !== undefined && isSignedOut(state.error),
  });
  // The printed address opened in this tab loads no page anew: only its fragment is another.
  useWindowEvent('hashchange', () => {
    if (withoutToken(location.href).token) void session.refetch();
  });
  const signedOut = isSignedOut(session.error);
  return (
    <>
      {session.data ? children : null}
      {session.data || signedOut ? null : <Center h="100vh"><Loader aria-label="Signing in" /></Center>}
      {session.data || !signedOut ? null : (
        <Center h="100vh" component="main"><Card withBorder w={420}><SignInForm /></Card></Center>
      )}
      {signedOut || !session.failureReason ? null : (
        <Affix position={{ bottom: 16, right: 16 }} maw={420}>
          <ProblemAlert error={session.failureReason} title="The gateway does not answer; it is asked again" />
        </Affix>
      )}
      {signedOut && session.data ? (
        <Modal opened title="Your sign-in has ended" onClose={() => undefined} withCloseButton={false} centered zIndex={ON_TOP}>
          <Text size="sm" mb="sm">What you were typing is kept.</Text>
          <SignInForm />
        </Modal>
      ) : null}
    </>
  );
}

function SignInForm() {
  const client = useQueryClient();
  const [token, setToken] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRefusal(null);
    signIn(token)
      .then(() => client.invalidateQueries())
      .then(() => setToken(''))
      .catch((e: Error) => setRefusal(e.message));
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1} size="h3">MasterPlan Flow</Title>
        <Text size="sm">Open the address that the terminal printed, or paste the token from it.</Text>
        <PasswordInput label="Token" value={token} onChange={(e) => setToken(e.currentTarget.value)} error={refusal} required />
        <Button type="submit">Sign in</Button>
      </Stack>
    </form>
  );
}
