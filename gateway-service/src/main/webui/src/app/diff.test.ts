import { describe, expect, it } from 'vitest';
import { type DiffLine, diffLines, hunks } from './diff';

const MARK = { same: ' ', old: '-', new: '+' } as const;
const plain = (lines: (DiffLine | null)[]) => lines.map((line) => (line ? MARK[line.kind] + line.text : '…'));

describe('diffLines', () => {
  it.each([
    ['a\nb', 'a\nb', [' a', ' b']],
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['a\nb\nc', 'a\nc', [' a', '-b', ' c']],
    ['a\nb\nc\nd', 'b\nx\nd\ny', ['-a', ' b', '-c', '+x', ' d', '+y']],
    ['', 'a', ['-', '+a']],
  ])('tells %j from %j', (before, after, expected) => {
    expect(plain(diffLines(before, after))).toEqual(expected);
  });

  it('gives both texts back whatever they are', () => {
    for (let seed = 1; seed < 60; seed += 1) {
      const text = (factor: number) => Array.from({ length: (seed * factor) % 23 }, (_, i) => String((i * factor * seed) % 4)).join('\n');
      const [before, after] = [text(7), text(11)];
      const lines = diffLines(before, after);
      expect(lines.filter((l) => l.kind !== 'new').map((l) => l.text).join('\n')).toBe(before);
      expect(lines.filter((l) => l.kind !== 'old').map((l) => l.text).join('\n')).toBe(after);
    }
  });
});

describe('hunks', () => {
  it('leaves out what is far from a change', () => {
    const lines = diffLines('1\n2\n3\n4\n5\n6\n7', '1\n2\n3\nx\n5\n6\n7');
    expect(plain(hunks(lines, 1))).toEqual(['…', ' 3', '-4', '+x', ' 5', '…']);
  });

  it('shows nothing when nothing changed', () => {
    expect(plain(hunks(diffLines('a\nb', 'a\nb'), 3))).toEqual(['…']);
  });
});
