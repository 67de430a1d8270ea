const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The types whose objects have a global id. */
export const nodeTypes = [
  'Organization',
  'Dealer',
  'Outlet',
  'Territory',
  'Rubric',
  'RubricVersion',
  'Assessment',
  'Grade',
  'CustomerSegment',
  'ConflictCase',
] as const;
export type NodeType = (typeof nodeTypes)[number];

/** A global id is opaque to clients: the type and the key of an object. */
export function globalId(type: NodeType, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64url');
}

/** Null for anything that this API never gave out. */
export function parseGlobalId(value: string): { type: NodeType; id: string } | null {
  if (value.length > 100) return null;
  const [type, id, ...rest] = Buffer.from(value, 'base64url').toString('latin1').split(':');
  if (rest.length > 0 || id === undefined || !uuid.test(id)) return null;
  const known = nodeTypes.find((name) => name === type);
  return known !== undefined && globalId(known, id) === value ? { type: known, id } : null;
}

/** The key within a global id of one of these types; null for any other. */
export function idOf<T extends NodeType>(value: string, ...types: readonly T[]): { type: T; id: string } | null {
  const parsed = parseGlobalId(value);
  const type = types.find((name) => name === parsed?.type);
  return parsed && type ? { type, id: parsed.id } : null;
}
