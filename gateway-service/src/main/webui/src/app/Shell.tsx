import { AppShell, Badge, Box, Burger, Group, NavLink, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { get } from '../api/client';
import { engineSchema } from '../api/planner';

const PAGES = [
  { to: '/', label: 'Chat', match: /^\/($|sessions)/ },
  { to: '/plans', label: 'Plans', match: /^\/plans/ },
  { to: '/runs', label: 'Runs', match: /^\/runs/ },
  { to: '/reviews', label: 'Reviews', match: /^\/reviews/ },
];

/** Frame of every page: navigation, engine badge, colour scheme. */
export function Shell({ children }: { children: ReactNode }) {
  const [opened, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 170, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding="md">
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Toggle navigation" />
            <Text fw={700} size="lg" style={{ whiteSpace: 'nowrap' }}>MasterPlan Flow</Text>
          </Group>
          <Group gap="sm" wrap="nowrap">
            <EngineBadge />
            <ColorScheme />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Pages">
        {PAGES.map((page) => (
          <NavLink
            key={page.to}
            component={Link}
            to={page.to}
            label={page.label}
            active={page.match.test(pathname)}
            aria-current={page.match.test(pathname) ? 'page' : undefined}
            onClick={close}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main>{children}</AppShell.Main>
    </AppShell>
  );
}

function EngineBadge() {
  const { data } = useQuery({ queryKey: ['engine'], queryFn: () => get('engine', engineSchema), refetchInterval: false });
  return data ? (
    <Badge variant="default" tt="none" title="Who writes plan, code and tests">
      <Box component="span" visibleFrom="xs">engine: {data.name}</Box>{data.label ? ` (${data.label})` : ''}
    </Badge>
  ) : null;
}

function ColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label="Colour scheme"
      value={colorScheme}
      onChange={(value) => setColorScheme(value === 'light' || value === 'dark' ? value : 'auto')}
      data={['light', 'dark', 'auto']}
      visibleFrom="xs"
    />
  );
}
