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
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Chosen, chosenFields, isChosen } from '../shared/chosen-fields.ts';
import { listSize } from './list-sizes.ts';
import { pageSize, sizeOfIds } from './page-size.ts';
import type { Values } from './variables.ts';

/** What an operation costs with these coerced variables; throws where a page size is refused. */
export type Cost = (values: Values) => number;

type Parents = readonly Chosen<FieldNode | OperationDefinitionNode>[];
const free: Cost = () => 0;

/** Reckons an operation's cost once as far as its variables allow; what remains is a sum over the values of each request. */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  const ofSelection = (type: GraphQLCompositeType, fields: Parents): Cost => {
    if (!isAbstractType(type)) return ofObject(type, fields);
    const branches = schema.getPossibleTypes(type).map((possible) => ofObject(possible, fields));
    return (values) => branches.reduce((most, cost) => Math.max(most, cost(values)), 0);
  };

  const ofObject = (type: GraphQLObjectType, parents: Parents): Cost => {
    const costs = [...chosenFields(schema, fragments, type, parents)].map(([, chosen]) => ofField(type, chosen));
    return total(costs.filter((cost) => cost !== free));
  };

  const ofField = (parent: GraphQLObjectType, chosen: readonly Chosen[]): Cost => {
    const node = chosen[0]?.node;
    const field = node && parent.getFields()[node.name.value];
    if (!node || !field) return free;
    return whenChosen(chosen, costOfType(parent, field, node, chosen));
  };

  const costOfType = (
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    chosen: readonly Chosen[],
  ): Cost => {
    const type = getNamedType(field.type);
    if (isObjectType(type) && type.name.endsWith('Connection')) return ofConnection(type, field, node, chosen);
    const element = isLeafType(type) ? free : plus(1, ofSelection(type as GraphQLCompositeType, chosen));
    const ids = sizeOfIds(field, node);
    if (ids) return (values) => 1 + ids(values) * element(values);
    if (isSizedList(field)) {
      const size = pageSize(field, node);
      return (values) => 1 + size(values) * element(values);
    }
    return inLists(field.type, element, listSize(parent.name, field.name));
  };

  const ofConnection = (
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    chosen: readonly Chosen[],
  ): Cost => {
    const size = pageSize(field, node);
    const costs = [...chosenFields(schema, fragments, type, chosen)].map(([, inner]) => {
      const name = inner[0]?.node.name.value;
      const definition = type.getFields()[name ?? ''];
      if (name !== 'nodes' && name !== 'edges') return ofField(type, inner);
      const element = getNamedType(definition?.type) as GraphQLCompositeType;
      const row = name === 'nodes' ? plus(1, ofSelection(element, inner)) : atLeastOne(ofSelection(element, inner));
      return whenChosen(inner, (values) => size(values) * row(values));
    });
    const inside = total(costs);
    return (values) => {
      size(values);
      return 1 + inside(values);
    };
  };

  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error('a validated operation has a root type');
  return ofObject(root, [{ node: operation, conditions: [] }]);
}

/** A list that is no connection, yet says by `first` how long it may be. */
function isSizedList({ type, args }: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(type)) && args.some(({ name }) => name === 'first');
}

function total(costs: readonly Cost[]): Cost {
  if (costs.length === 0) return free;
  return (values) => costs.reduce((sum, cost) => sum + cost(values), 0);
}

function plus(own: number, cost: Cost): Cost {
  return cost === free ? () => own : (values) => own + cost(values);
}

/** An edge is a wrapper; it costs what its node does, and one row where it is asked for its cursor alone. */
function atLeastOne(cost: Cost): Cost {
  return (values) => Math.max(1, cost(values));
}

function whenChosen(chosen: readonly Chosen[], cost: Cost): Cost {
  if (cost === free || chosen.some(({ conditions }) => conditions.length === 0)) return cost;
  return (values) => (chosen.some((one) => isChosen(one, values)) ? cost(values) : 0);
}

function inLists(type: GraphQLOutputType, element: Cost, size: number): Cost {
  const nullable = getNullableType(type);
  if (!isListType(nullable)) return element;
  const inner = inLists(nullable.ofType, element, size);
  return (values) => 1 + size * inner(values);
}
