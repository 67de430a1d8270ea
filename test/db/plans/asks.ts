import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { nodeTypes } from '../../../api/shared/ids.ts';
import type { Variables } from '../../access/openings.ts';
import { leavesOf } from '../../access/selection.ts';

/** One question to one field, and whether that asks for all that the field lists. */
export interface Ask {
  /** `Query.dealers`, `Dealer.outlets`. */
  readonly coordinate: string;
  readonly variables: Variables;
  readonly pages: boolean;
  readonly isWhole: boolean;
}

/** What is asked for where the type alone does not say it, by `DealerFilter.tier` or else by `tier`. */
export type Given = Readonly<Record<string, readonly unknown[]>>;

const ofPages = ['first', 'after', 'last', 'before'];

/** Every field of the contract that leads to rows: each whole, in every order, and by every value of every criterion. */
export function asksOf(schema: GraphQLSchema, given: Given): Ask[] {
  return ['Query', ...nodeTypes].flatMap((parent) => {
    const type = schema.getType(parent);
    if (!isObjectType(type)) throw new Error(`${parent} is no object type.`);
    return (
      Object.values(type.getFields())
        .filter((field) => !isLeafType(getNamedType(field.type)))
        // What is only reckoned lists nothing.
        .filter((field) => !field.args.some(({ name }) => name === 'input'))
        .flatMap((field) => asksOfField(parent, field, given))
    );
  });
}

function asksOfField(parent: string, field: GraphQLField<unknown, unknown>, given: Given): Ask[] {
  const coordinate = `${parent}.${field.name}`;
  const choices = (arg: GraphQLArgument) => valuesOf(arg, coordinate, given).map((value) => ({ [arg.name]: value }));
  const [required, optional] = [
    field.args.filter(isRequiredArgument),
    field.args.filter((arg) => !isRequiredArgument(arg)),
  ];
  const needed = Object.assign({}, ...required.map((arg) => choices(arg)[0]));
  const orders = [{}, ...optional.filter(({ name }) => name === 'orderBy').flatMap(choices)];
  const criteria = optional.filter(({ name }) => ![...ofPages, 'orderBy', 'locale'].includes(name)).flatMap(choices);
  const pages = field.args.some(({ name }) => name === 'before');
  const ask = (variables: Variables, isWhole: boolean) => ({
    coordinate,
    variables: { ...needed, ...variables },
    pages,
    isWhole,
  });
  return [
    ...orders.map((order) => ask(order, true)),
    ...criteria.map((criterion) => ask(criterion, false)),
    ...orders
      .slice(1)
      .flatMap((order) => onePerField(criteria).map((criterion) => ask({ ...criterion, ...order }, false))),
  ];
}

/** Of the choices that name the same fields the first. */
function onePerField(choices: readonly Variables[]): Variables[] {
  const namesOf = (value: unknown): string =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
          .map(([name, inner]) => `${name} ${namesOf(inner)}`)
          .join()
      : '';
  return choices.filter((choice, at) => choices.findIndex((other) => namesOf(other) === namesOf(choice)) === at);
}

function valuesOf(input: GraphQLArgument | GraphQLInputField, owner: string, given: Given): readonly unknown[] {
  const named = getNamedType(input.type);
  const single = isEnumType(named)
    ? named.getValues().map(({ name }) => name)
    : isInputObjectType(named)
      ? objectsOf(named, given)
      : (given[`${owner}.${input.name}`] ?? given[input.name]);
  if (!single) throw new Error(`Say what ${owner}.${input.name} is to be asked for.`);
  return isListType(getNullableType(input.type)) ? [...single.map((value) => [value]), single] : single;
}

/** An input that wants all its fields is given every combination of them, any other one criterion at a time. */
function objectsOf(type: GraphQLInputObjectType, given: Given): Variables[] {
  const each = Object.values(type.getFields()).map((field) =>
    valuesOf(field, type.name, given).map((value) => ({ [field.name]: value })),
  );
  return Object.values(type.getFields()).every(isRequiredInputField) ? product(each) : each.flat();
}

const product = (each: readonly (readonly Variables[])[]): Variables[] =>
  each.reduce<Variables[]>(
    (made, choices) => made.flatMap((one) => choices.map((other) => ({ ...one, ...other }))),
    [{}],
  );

/** A document that asks this; a field of an object is asked of the objects that `$ids` names. */
export function documentOf(schema: GraphQLSchema, coordinate: string, variables: Variables): string {
  const [parent = '', name = ''] = coordinate.split('.');
  const type = schema.getType(parent);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`There is no ${coordinate}.`);
  const args = field.args.filter((arg) => arg.name in variables);
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const call = `asked: ${name}${passed && `(${passed})`} ${leavesOf(schema, getNamedType(field.type), 1)}`;
  const declared = args.map((arg) => `$${arg.name}: ${arg.type}`);
  if (parent === 'Query') return `query ${declared.length > 0 ? `(${declared})` : ''} { ${call} }`;
  return `query (${['$parents: [ID!]!', ...declared]}) { nodes(ids: $parents) { ... on ${parent} { ${call} } } }`;
}
