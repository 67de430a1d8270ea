/** Lets pages of the listed origins, and of no other, read answers; keys travel in a header, never in cookies. */
export function corsHeaders(origins: readonly string[]) {
  const allowed = new Set(origins);
  return (request: Request): Readonly<Record<string, string>> => {
    if (allowed.size === 0) return {};
    const origin = request.headers.get('origin');
    if (origin === null || !allowed.has(origin)) return { vary: 'Origin' };
    const readable = {
      vary: 'Origin',
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'x-request-id',
    };
    if (request.method !== 'OPTIONS') return readable;
    return {
      ...readable,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, accept-language, x-request-id',
      'access-control-max-age': '600',
    };
  };
}
