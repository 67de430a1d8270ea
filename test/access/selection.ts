import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Variables } from './openings.ts';

/** Every leaf of a type, and those of the objects in it down to a depth. */
export function leavesOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return '';
  if (isInterfaceType(type)) return fieldsOf(schema, type, 0, '');
  if (isAbstractType(type)) {
    const members = schema
      .getPossibleTypes(type)
      .map((member) => `... on ${member.name} ${fieldsOf(schema, member, depth)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(type)) throw new Error(`${type.name} is nothing to select.`);
  return fieldsOf(schema, type, depth, '');
}

/** Types that stand beside others may have fields of one name that differ, so each gets names of its own; errors share theirs. */
function fieldsOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType | GraphQLInterfaceType,
  depth: number,
  prefix = ownPrefix(type),
): string {
  const fields = Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument))
    .filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
    .map(({ name, type: of }) => {
      const inner = leavesOf(schema, getNamedType(of), depth - 1);
      return prefix === '' ? `${name} ${inner}` : `${prefix}${name}: ${name} ${inner}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}

const ownPrefix = (type: { readonly name: string }): string => (type.name.endsWith('Error') ? '' : `${type.name}_`);

/** A document that asks one root field with variables named after its arguments. */
export function documentFor(schema: GraphQLSchema, coordinate: string, variables: Variables): string {
  const [parent, name] = coordinate.split('.');
  const type = schema.getType(parent ?? '');
  const field = isObjectType(type) ? type.getFields()[name ?? ''] : undefined;
  if (!field) throw new Error(`There is no ${coordinate}.`);
  const given = field.args.filter((argument) => argument.name in variables);
  const declared = given.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const call = given.length > 0 ? `${field.name}(${passed})` : field.name;
  const operation = `${parent?.toLowerCase()}${given.length > 0 ? `(${declared})` : ''}`;
  return `${operation} { ${call} ${leavesOf(schema, getNamedType(field.type), 1)} }`;
}

/** A document that asks one field of an object with a key as the only argument. */
export function documentWithin(schema: GraphQLSchema, coordinate: string, argument: string): string {
  const [parent = '', name = ''] = coordinate.split('.');
  const type = schema.getType(parent);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`There is no ${coordinate}.`);
  const call = `${name}(${argument}: $key) ${leavesOf(schema, getNamedType(field.type), 0)}`;
  return `query ($id: ID!, $key: String) { node(id: $id) { __typename ... on ${parent} { ${call} } } }`;
}
