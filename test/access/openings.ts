import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** A place in the contract where a caller's own value enters. */
export type Opening = {
  /** `Query.outletByCode(dealer)`, `Mutation.saveAnswers(input.answers.item)`. */
  readonly coordinate: string;
  /** `Query.outletByCode`. */
  readonly field: string;
  /** From the field's arguments inwards; lists are passed through. */
  readonly path: readonly string[];
  /** The scalar or enum that is wanted. */
  readonly type: string;
};

function within(type: GraphQLInputType, path: readonly string[], above: readonly string[]): Omit<Opening, 'field'>[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [{ coordinate: path.join('.'), path, type: named.name }];
  if (above.includes(named.name)) throw new Error(`${named.name} holds itself: say how deep it is to be tried.`);
  return Object.values(named.getFields()).flatMap((field) =>
    within(field.type, [...path, field.name], [...above, named.name]),
  );
}

/** Every such place of a schema, arguments of fields deep inside included. */
export function openings(schema: GraphQLSchema): Opening[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .flatMap(({ type, field }) =>
      field.args.flatMap((argument) =>
        within(argument.type, [argument.name], []).map((opening) => ({
          ...opening,
          coordinate: `${type.name}.${field.name}(${opening.coordinate})`,
          field: `${type.name}.${field.name}`,
        })),
      ),
    );
}

export type Variables = Readonly<Record<string, unknown>>;

/** The value at a place; that of a list is its first entry's. */
export function valueAt(holder: unknown, path: readonly string[]): unknown {
  if (Array.isArray(holder)) return valueAt(holder[0], path);
  const [name, ...rest] = path;
  if (name === undefined) return holder;
  return typeof holder === 'object' && holder !== null ? valueAt((holder as Variables)[name], rest) : undefined;
}

/** The same variables with another value at a place. */
export function withValue<Holder>(holder: Holder, path: readonly string[], value: unknown): Holder {
  if (Array.isArray(holder)) return [withValue(holder[0], path, value), ...holder.slice(1)] as Holder;
  const [name, ...rest] = path;
  if (name === undefined) return value as Holder;
  return { ...holder, [name]: withValue((holder as Variables)[name], rest, value) } as Holder;
}
