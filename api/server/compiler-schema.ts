import {
  defaultFieldResolver,
  defaultTypeResolver,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
  type GraphQLTypeResolver,
  GraphQLUnionType,
  getNullableType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { siteArgument } from './unfolded.ts';
import type { Values } from './variables.ts';

/** One run of a compiled operation; resolvers as the compiler sees them get it in place of the context. */
export interface Run {
  readonly context: unknown;
  readonly values: Values;
  /** The arguments of every site. */
  readonly given: readonly Values[];
  readonly fail: (error: unknown) => void;
}

type SiteArgs = { readonly [siteArgument]: number };
type Resolver = GraphQLFieldResolver<unknown, Run, SiteArgs>;

/** The schema as the compiler is to see it: no value passes through its code, and where it would not do as graphql-js does, it meets an error. */
export function compilerSchema(schema: GraphQLSchema): GraphQLSchema {
  const copies = new Map<string, GraphQLNamedType>();
  const copyOf = (type: GraphQLOutputType): GraphQLOutputType => {
    if (isNonNullType(type)) return new GraphQLNonNull(copyOf(type.ofType));
    if (isListType(type)) return new GraphQLList(copyOf(type.ofType));
    return (copies.get(type.name) as GraphQLOutputType | undefined) ?? type;
  };
  const copyOfObject = (type: GraphQLObjectType): GraphQLObjectType => {
    const fields = () => {
      const own = Object.values(type.getFields());
      return Object.fromEntries(own.map((field) => [field.name, fieldOf(field, copyOf(field.type))]));
    };
    const interfaces = () => type.getInterfaces().map((one) => copies.get(one.name) as GraphQLInterfaceType);
    return new GraphQLObjectType({ name: type.name, interfaces, fields, isTypeOf: isTypeOf(type) });
  };

  for (const type of Object.values(schema.getTypeMap())) {
    const { name } = type;
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type)) copies.set(name, copyOfObject(type));
    if (isInterfaceType(type)) copies.set(name, new GraphQLInterfaceType({ name, fields: {}, ...resolveType(type) }));
    if (isUnionType(type)) {
      const types = () => type.getTypes().map((member) => copies.get(member.name) as GraphQLObjectType);
      copies.set(name, new GraphQLUnionType({ name, types, ...resolveType(type) }));
    }
  }
  const query = copies.get(schema.getQueryType()?.name ?? '') as GraphQLObjectType;
  return new GraphQLSchema({ query, types: [...copies.values()], assumeValid: true });
}

function fieldOf(field: GraphQLField<unknown, unknown>, type: GraphQLOutputType): GraphQLFieldConfig<unknown, Run> {
  // A leaf without a resolver is read as the property that it is.
  const isProperty = !field.resolve && isLeafType(getNullableType(field.type));
  return { type, args: { [siteArgument]: { type: GraphQLInt } }, ...(!isProperty && { resolve: resolverOf(field) }) };
}

function resolverOf({ type, resolve = defaultFieldResolver }: GraphQLField<unknown, unknown>): Resolver {
  const isList = isListType(getNullableType(type));
  return (parent, args, { context, values, given, fail }, info) => {
    Object.assign(info, { variableValues: values });
    const result = resolve(parent, given[args[siteArgument]], context, info);
    const value = isList ? settled(result) : result;
    return isPromise(value) ? watched(value, fail) : value;
  };
}

/** A list with all its elements there, since the compiler puts one that fails late into another's place. */
function settled(list: unknown): unknown {
  if (isPromise(list)) return list.then(settled);
  if (typeof list !== 'object' || list === null || !(Symbol.iterator in list)) return list;
  const elements = Array.isArray(list) ? list : Array.from(list as Iterable<unknown>);
  return elements.some(isPromise) ? Promise.all(elements) : elements;
}

/** What the compiler's own code throws over a late value would be nobody's, and end the process. */
function watched(value: PromiseLike<unknown>, fail: Run['fail']): PromiseLike<unknown> {
  // biome-ignore lint/suspicious/noThenProperty: the compiler calls `then` and drops what it gives
  return { then: (onValue, onError) => value.then(onValue, onError).then(undefined, fail) as PromiseLike<never> };
}

/** A type that is told late, or not at all, is none. */
function resolveType(type: GraphQLAbstractType): { resolveType: GraphQLTypeResolver<unknown, Run> } {
  const own = type.resolveType ?? defaultTypeResolver;
  return {
    resolveType: (value, { context }, info) => {
      const name = attempted(() => own(value, context, info, type));
      return typeof name === 'string' ? name : undefined;
    },
  };
}

function isTypeOf({ isTypeOf: own }: GraphQLObjectType): GraphQLObjectType<unknown, Run>['isTypeOf'] {
  return own && ((value, { context }, info) => attempted(() => own(value, context, info)) === true);
}

function attempted(run: () => unknown): unknown {
  try {
    const value = run();
    if (isPromise(value)) value.then(undefined, () => {});
    return value;
  } catch {
    return undefined;
  }
}

/** How scalars of our own are serialized: what graphql-js refuses or would wait for is refused. */
export function serializersOf(schema: GraphQLSchema): Record<string, (value: unknown) => unknown> {
  const own = Object.values(schema.getTypeMap())
    .filter(isScalarType)
    .filter((type) => !isSpecifiedScalarType(type));
  return Object.fromEntries(
    own.map((type) => [
      type.name,
      (value: unknown) => {
        const serialized = isLate(value) ? null : type.serialize(value);
        if (serialized === null || serialized === undefined || isLate(serialized)) throw new TypeError(type.name);
        return serialized;
      },
    ]),
  );
}

const isLate = (value: unknown): boolean => typeof value === 'function' || isPromise(value);

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
