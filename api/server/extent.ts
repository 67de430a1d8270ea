import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The size of a selection set, with its fragments expanded; what is read by introspection is measured by itself. */
export interface Extent {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly introspectionFields: number;
  readonly introspectionLists: number;
}

const nothing: Extent = {
  depth: 0,
  fields: 0,
  aliases: 0,
  directives: 0,
  introspectionFields: 0,
  introspectionLists: 0,
};
const introspectionRoots = new Set(['__schema', '__type']);
const introspectionListFields = new Set([
  'types',
  'directives',
  'fields',
  'args',
  'inputFields',
  'interfaces',
  'possibleTypes',
  'enumValues',
]);

/** Measures every fragment once, however often it is spread, so that nested fragments cost no more than their text. */
export function measureWith(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  type Way = 'root' | 'nested' | 'introspection';
  const known = new Map<string, Extent>();
  const knownRootFields = new Map<string, number>();

  const selectionSet = (set: SelectionSetNode, way: Way): Extent =>
    set.selections.map((selection) => withDirectives(selection, extentOf(selection, way))).reduce(sum, nothing);

  const extentOf = (selection: SelectionNode, way: Way): Extent => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selectionSet(selection.selectionSet, way);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return fragment(selection.name.value, way);
    const name = selection.name.value;
    const inner =
      way === 'introspection' || (way === 'root' && introspectionRoots.has(name)) ? 'introspection' : 'nested';
    const below = selection.selectionSet ? selectionSet(selection.selectionSet, inner) : nothing;
    const aliases = below.aliases + (selection.alias ? 1 : 0);
    if (inner === 'introspection') {
      const lists = below.introspectionLists + (introspectionListFields.has(name) ? 1 : 0);
      return { ...below, aliases, introspectionFields: below.introspectionFields + 1, introspectionLists: lists };
    }
    return { ...below, aliases, depth: below.depth + 1, fields: below.fields + 1 };
  };

  /** A fragment met again within itself counts as nothing there: validation refuses such a document. */
  const fragment = (name: string, way: Way): Extent => {
    const key = `${way} ${name}`;
    const measured = known.get(key);
    if (measured) return measured;
    known.set(key, nothing);
    const definition = fragments.get(name);
    const extent = definition ? selectionSet(definition.selectionSet, way) : nothing;
    known.set(key, extent);
    return extent;
  };

  const rootFields = (set: SelectionSetNode): number =>
    set.selections.reduce((count, selection) => {
      if (selection.kind === Kind.FIELD) return count + 1;
      if (selection.kind === Kind.INLINE_FRAGMENT) return count + rootFields(selection.selectionSet);
      const name = selection.name.value;
      if (!knownRootFields.has(name)) {
        knownRootFields.set(name, 0);
        const definition = fragments.get(name);
        knownRootFields.set(name, definition ? rootFields(definition.selectionSet) : 0);
      }
      return count + (knownRootFields.get(name) ?? 0);
    }, 0);

  return {
    extent: (definition: OperationDefinitionNode | FragmentDefinitionNode) => {
      const onIntrospection =
        definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value.startsWith('__');
      return selectionSet(definition.selectionSet, onIntrospection ? 'introspection' : 'root');
    },
    rootFields,
  };
}

function withDirectives(selection: SelectionNode, extent: Extent): Extent {
  const own = selection.directives?.length ?? 0;
  return own === 0 ? extent : { ...extent, directives: extent.directives + own };
}

function sum(one: Extent, other: Extent): Extent {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    introspectionFields: one.introspectionFields + other.introspectionFields,
    introspectionLists: Math.max(one.introspectionLists, other.introspectionLists),
  };
}
