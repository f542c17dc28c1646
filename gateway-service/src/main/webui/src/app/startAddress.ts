/** The token behind `#` of the address that the terminal prints (a browser sends no fragment), and the address without it. */
export function withoutToken(start: string) {
  const url = new URL(start);
  const token = new URLSearchParams(url.hash.slice(1)).get('token');
  if (token) url.hash = '';
  return { token, address: url.href };
}
