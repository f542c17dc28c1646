/** One colour for each state, the same on every page. */
const COLORS: Record<string, string> = {
  COMPLETED: 'green',
  COMPLETED_WITH_GAPS: 'yellow',
  OPEN: 'green',
  PASSED: 'green',
  ACCEPTED: 'green',
  APPROVED: 'green',
  COVERED: 'green',
  RESOLVED: 'green',
  RUNNING: 'blue',
  VALIDATING: 'cyan',
  GENERATING: 'blue',
  PREPARING: 'blue',
  IN_REVIEW: 'blue',
  DECIDED: 'cyan',
  READY: 'indigo',
  DRAFT: 'indigo',
  PAUSED: 'yellow',
  PARTIAL: 'orange',
  FLAKY: 'yellow',
  DEFERRED: 'yellow',
  NOT_PROVED: 'orange',
  NOT_RUN: 'orange',
  BLOCKED: 'orange',
  FAILED: 'red',
  REJECTED: 'red',
  NOT_COVERED: 'red',
  NOT_UNDERSTOOD: 'red',
};

export function stateColor(state: string): string {
  return COLORS[state] ?? 'gray';
}

/** {@code COMPLETED_WITH_GAPS} as people read it. */
export function stateLabel(state: string): string {
  return state.toLowerCase().replaceAll('_', ' ');
}

/** Dollars with two decimals; four when less than a cent was spent. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(amount > 0 && amount < 0.01 ? 4 : 2)}`;
}

export function duration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) {
    return '';
  }
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
