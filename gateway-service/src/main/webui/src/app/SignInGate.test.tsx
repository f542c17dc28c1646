import { MantineProvider } from '@mantine/core';
import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SignInGate } from './SignInGate';

const ok = () => Promise.resolve(new Response('{"user":"local"}', { status: 200 }));
const signedOut = () => Promise.resolve(new Response('{"title":"Not signed in","detail":"no good token"}', { status: 401 }));
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

let session: () => Promise<Response>;
let exchange: () => Promise<Response>;
let client: QueryClient;

async function typing() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <SignInGate><input aria-label="Brief" /></SignInGate>
      </QueryClientProvider>
    </MantineProvider>,
  );
  fireEvent.change(await screen.findByLabelText('Brief'), { target: { value: 'a library' } });
}

const kept = () => screen.getByLabelText<HTMLInputElement>('Brief').value;

describe('SignInGate', () => {
  beforeEach(() => {
    session = ok;
    exchange = signedOut;
    client = new QueryClient();
    vi.stubGlobal('fetch', (url: string) => (url.endsWith('sign-in') ? exchange() : session()));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    focusManager.setFocused(undefined);
    history.replaceState(null, '', '/');
  });

  it('keeps the page and what is typed while the gateway is away, and its notice goes with its cause', async () => {
    await typing();
    session = unreachable;
    void client.invalidateQueries();
    expect(await screen.findByText('Failed to fetch')).toBeTruthy();
    expect(kept()).toBe('a library');
    expect(screen.queryByLabelText(/Token/)).toBeNull();
    session = ok;
    await vi.waitFor(() => expect(screen.queryByText('Failed to fetch')).toBeNull(), { timeout: 5_000 });
  });

  it('asks nobody who comes back to the window', async () => {
    await typing();
    const asked = vi.fn(unreachable);
    session = asked;
    await act(async () => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(asked).not.toHaveBeenCalled();
  });

  it('lays the form over the page when the sign-in has ended', async () => {
    await typing();
    session = signedOut;
    void client.invalidateQueries();
    const token = await screen.findByLabelText(/Token/);
    expect(kept()).toBe('a library');
    session = ok;
    exchange = ok;
    fireEvent.change(token, { target: { value: 'secret' } });
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await vi.waitFor(() => expect(screen.queryByLabelText(/Token/)).toBeNull());
    expect(kept()).toBe('a library');
  });

  it('signs in by the printed address when it is opened in the same tab', async () => {
    session = signedOut;
    render(
      <MantineProvider env="test">
        <QueryClientProvider client={client}><SignInGate><p>The page</p></SignInGate></QueryClientProvider>
      </MantineProvider>,
    );
    await screen.findByLabelText(/Token/);
    session = ok;
    exchange = ok;
    location.hash = '#token=secret';
    expect(await screen.findByText('The page')).toBeTruthy();
    expect(location.hash).toBe('');
  });

  it('takes its form away when the person signed in elsewhere and comes back', async () => {
    await typing();
    session = signedOut;
    void client.invalidateQueries();
    await screen.findByLabelText(/Token/);
    session = ok;
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      focusManager.setFocused(false);
      focusManager.setFocused(true);
    });
    await vi.waitFor(() => expect(screen.queryByLabelText(/Token/)).toBeNull());
    expect(kept()).toBe('a library');
  });

  it('lets a good cookie in beside an old token', async () => {
    history.replaceState(null, '', '/runs/r1#token=old');
    await typing();
    expect(kept()).toBe('a library');
    expect(location.hash).toBe('');
  });

  it('keeps the token of the address until it was exchanged', async () => {
    history.replaceState(null, '', '/#token=good');
    exchange = unreachable;
    render(
      <MantineProvider env="test">
        <QueryClientProvider client={client}><SignInGate>inside</SignInGate></QueryClientProvider>
      </MantineProvider>,
    );
    expect(await screen.findByText('Failed to fetch')).toBeTruthy();
    expect(location.hash).toBe('#token=good');
    exchange = ok;
    expect(await screen.findByText('inside', undefined, { timeout: 5_000 })).toBeTruthy();
    expect(location.hash).toBe('');
  });
});
