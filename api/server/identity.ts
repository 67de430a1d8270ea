/** The key in `Authorization: Bearer <key>`; null where there is none or it cannot be one. */
export function bearerKey(request: Request): string | null {
  const header = request.headers.get('authorization') ?? '';
  return /^Bearer +([\x21-\x7e]{1,200})$/i.exec(header)?.[1] ?? null;
}
