import { Center, Loader, MantineProvider } from '@mantine/core';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { isSignedOut, Problem } from '../api/client';
import { Shell } from './Shell';
import { SignInGate } from './SignInGate';
import { readableColors, theme } from './theme';

const ChatPage = lazy(() => import('../features/chat/ChatPage').then((m) => ({ default: m.ChatPage })));
const PlansPage = lazy(() => import('../features/masterplan/PlansPage').then((m) => ({ default: m.PlansPage })));
const PlanPage = lazy(() => import('../features/masterplan/PlanPage').then((m) => ({ default: m.PlanPage })));
const RunsPage = lazy(() => import('../features/execution/RunsPage').then((m) => ({ default: m.RunsPage })));
const RunPage = lazy(() => import('../features/execution/RunPage').then((m) => ({ default: m.RunPage })));
const ReviewsPage = lazy(() => import('../features/review/ReviewsPage').then((m) => ({ default: m.ReviewsPage })));
const ReviewPage = lazy(() => import('../features/review/ReviewPage').then((m) => ({ default: m.ReviewPage })));

/** Who is signed in is read again as soon as any answer says that nobody is. */
const queryCache = new QueryCache({
  onError: (error, query) => {
    if (isSignedOut(error) && query.queryKey[0] !== 'user') {
      void queryClient.invalidateQueries({ queryKey: ['user'] });
    }
  },
});

const queryClient: QueryClient = new QueryClient({
  queryCache,
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof Problem && error.status < 500) && count < 3,
      refetchInterval: 10_000,
      staleTime: 250,
    },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={readableColors} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <BrowserRouter>
          <SignInGate>
            <Shell>
              <Suspense fallback={<Center p="xl"><Loader aria-label="Loading the page" /></Center>}>
                <Routes>
                  <Route index element={<ChatPage />} />
                  <Route path="sessions/:sessionId" element={<ChatPage />} />
                  <Route path="plans" element={<PlansPage />} />
                  <Route path="plans/:planId" element={<PlanPage />} />
                  <Route path="runs" element={<RunsPage />} />
                  <Route path="runs/:runId" element={<RunPage />} />
                  <Route path="reviews" element={<ReviewsPage />} />
                  <Route path="reviews/:reviewId" element={<ReviewPage />} />
                  <Route path="*" element={<ChatPage />} />
                </Routes>
              </Suspense>
            </Shell>
          </SignInGate>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
