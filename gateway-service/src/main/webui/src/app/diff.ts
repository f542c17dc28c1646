/** A line that both texts have, or only the old one, or only the new one. */
export type DiffLine = { kind: 'same' | 'old' | 'new'; text: string };

/** Above this many cells the middle is shown as replaced as a whole; a person reads no such diff anyway. */
const MOST_CELLS = 4_000_000;

/** Lines of both texts, by their longest common subsequence. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) {
    start += 1;
  }
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) {
    end += 1;
  }
  return [
    ...lines('same', old.slice(0, start)),
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...lines('same', old.slice(old.length - end)),
  ];
}

function lines(kind: DiffLine['kind'], texts: string[]): DiffLine[] {
  return texts.map((text) => ({ kind, text }));
}

function middle(old: string[], now: string[]): DiffLine[] {
  const width = now.length + 1;
  if (old.length * now.length === 0 || (old.length + 1) * width > MOST_CELLS) {
    return [...lines('old', old), ...lines('new', now)];
  }
  const common = lengths(old, now, width);
  const found: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    const dropOld = common[(i + 1) * width + j] ?? 0;
    const takeNew = common[i * width + j + 1] ?? 0;
    if (old[i] === now[j]) {
      found.push({ kind: 'same', text: old[i++] ?? '' });
      j += 1;
    } else if (dropOld >= takeNew) {
      found.push({ kind: 'old', text: old[i++] ?? '' });
    } else {
      found.push({ kind: 'new', text: now[j++] ?? '' });
    }
  }
  return [...found, ...lines('old', old.slice(i)), ...lines('new', now.slice(j))];
}

/** Cell (i, j) = length of the longest common subsequence of the texts from i and from j on. */
function lengths(old: string[], now: string[], width: number): Uint32Array {
  const table = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        old[i] === now[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
    }
  }
  return table;
}

/** What changed with that many lines around it; null stands for lines that are left out. */
export function hunks(all: DiffLine[], around: number): (DiffLine | null)[] {
  const shown: (DiffLine | null)[] = [];
  all.forEach((line, index) => {
    const near = all.slice(Math.max(0, index - around), index + around + 1).some((other) => other.kind !== 'same');
    if (near) {
      shown.push(line);
    } else if (shown.at(-1) !== null) {
      shown.push(null);
    }
  });
  return shown;
}
