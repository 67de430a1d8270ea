import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Chosen, chosenFields } from '../shared/chosen-fields.ts';
import type { Values } from './variables.ts';

/** A field where an operation selects it. */
export interface Site {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

/** An operation without fragments, directives, variables and literals: its fields by the types that answer them, each with the number of its site. */
export interface Unfolded {
  readonly document: DocumentNode;
  readonly sites: readonly Site[];
}

/** The argument that holds the number of a field's site. */
export const siteArgument = 'site';

/** The site of a field of an unfolded operation. */
export function siteOf({ sites }: Pick<Unfolded, 'sites'>, node: FieldNode | undefined): Site | undefined {
  const argument = node?.arguments?.[0]?.value;
  return argument?.kind === Kind.INT ? sites[Number(argument.value)] : undefined;
}

/** Interfaces within interfaces unfold to a multiple of what was written. */
const mostFields = 400;
type Parents = readonly Chosen<FieldNode | OperationDefinitionNode>[];

/** Unfolds a query for the conditions that these values meet; null where it holds what is not to be compiled. */
export function unfolded(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  values: Values,
): Unfolded | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const sites: Site[] = [];
  const places = new Set<string>();
  let fields = 0;
  let fits = true;

  const ofType = (type: GraphQLCompositeType, parents: Parents, place: Place): SelectionSetNode => {
    if (!isAbstractType(type)) return ofObject(type, parents, place);
    const members = schema.getPossibleTypes(type);
    return selectionSet(members.map((member) => onType(member, ofObject(member, parents, within(place, member.name)))));
  };

  const ofObject = (type: GraphQLObjectType, parents: Parents, place: Place): SelectionSetNode => {
    const chosen = chosenFields(schema, fragments, type, parents, values);
    fields += chosen.size;
    fits &&= fields <= mostFields && !chosen.has('__proto__');
    return selectionSet(fits ? [...chosen].map(([key, same]) => ofField(type, key, same, within(place, key))) : []);
  };

  const ofField = (type: GraphQLObjectType, key: string, chosen: readonly Chosen[], place: Place): FieldNode => {
    const nodes = chosen.map(({ node }) => node);
    const fieldName = nodes[0]?.name.value ?? '';
    const node = { kind: Kind.FIELD, name: name(fieldName), alias: name(key) } as const;
    if (fieldName === '__typename') return node;
    const field = type.getFields()[fieldName];
    fits &&= field !== undefined && !places.has(place.name);
    if (!field || !fits) return node;

    places.add(place.name);
    const site = { kind: Kind.INT, value: String(sites.length) } as const;
    sites.push({ type, field, nodes });
    const below = getNamedType(field.type);
    return {
      ...node,
      arguments: [{ kind: Kind.ARGUMENT, name: name(siteArgument), value: site }],
      ...(isCompositeType(below) && { selectionSet: ofType(below, chosen, inLists(field.type, place)) }),
    };
  };

  const root = schema.getQueryType();
  if (!root) return null;
  const selection = ofObject(root, [{ node: operation, conditions: [] }], { name: '', lists: 0 });
  const query = { kind: Kind.OPERATION_DEFINITION, operation: operation.operation, selectionSet: selection } as const;
  return fits ? { document: { kind: Kind.DOCUMENT, definitions: [query] }, sites } : null;
}

/** A place in the answer as the compiler names it: by joining keys, types and list levels with a sign that keys may have. */
interface Place {
  readonly name: string;
  readonly lists: number;
}

const within = ({ name: outer, lists }: Place, inner: string): Place => ({ name: `${inner}_${outer}`, lists });

function inLists(type: GraphQLOutputType, place: Place): Place {
  const nullable = getNullableType(type);
  if (!isListType(nullable)) return place;
  return inLists(nullable.ofType, { ...within(place, `idx${place.lists}`), lists: place.lists + 1 });
}

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

const selectionSet = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

const onType = (type: GraphQLObjectType, of: SelectionSetNode): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: name(type.name) },
  selectionSet: of,
});
