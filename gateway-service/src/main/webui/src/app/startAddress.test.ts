import { describe, expect, it } from 'vitest';
import { withoutToken } from './startAddress';

describe('withoutToken', () => {
  it('takes the token from behind the # and leaves a clean address', () => {
    expect(withoutToken('http://127.0.0.1:8080/runs/r-1#token=a-b_c')).toEqual({
      token: 'a-b_c',
      address: 'http://127.0.0.1:8080/runs/r-1',
    });
  });

  it('leaves an address without one as it is', () => {
    expect(withoutToken('http://127.0.0.1:8080/runs#first')).toEqual({
      token: null,
      address: 'http://127.0.0.1:8080/runs#first',
    });
  });
});
