import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** A @skip or @include that waits for a variable. */
interface Condition {
  readonly variable: string;
  readonly wanted: boolean;
}

/** Where a field is selected, and on what that depends. */
export interface Chosen<Node = FieldNode> {
  readonly node: Node;
  readonly conditions: readonly Condition[];
}

export function isChosen({ conditions }: Chosen<unknown>, values: Values): boolean {
  return conditions.every(({ variable, wanted }) => values[variable] === wanted);
}

/** The fields that an object of a type answers, by response key, merged as execution merges them; where the values are known, only those that they choose. */
export function chosenFields(
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  type: GraphQLObjectType,
  parents: readonly Chosen<FieldNode | OperationDefinitionNode>[],
  values?: Values,
): ReadonlyMap<string, Chosen[]> {
  const fields = new Map<string, Chosen[]>();

  const applies = (condition: string | undefined) => {
    if (condition === undefined || condition === type.name) return true;
    const other = schema.getType(condition);
    return isAbstractType(other) && schema.isSubType(other, type);
  };

  const collect = (set: SelectionSetNode, outer: readonly Condition[]) => {
    for (const selection of set.selections) {
      const own = conditionsOf(selection.directives);
      if (own === 'never' || (values && !isChosen({ node: selection, conditions: own }, values))) continue;
      const conditions = own.length === 0 ? outer : [...outer, ...own];
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = fields.get(key);
        if (known) known.push({ node: selection, conditions });
        else fields.set(key, [{ node: selection, conditions }]);
      } else {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment && applies(fragment.typeCondition?.name.value)) collect(fragment.selectionSet, conditions);
      }
    }
  };

  for (const { node, conditions } of parents) if (node.selectionSet) collect(node.selectionSet, conditions);
  return fields;
}

function conditionsOf(directives: readonly DirectiveNode[] = []): readonly Condition[] | 'never' {
  const conditions: Condition[] = [];
  for (const { name, arguments: given } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, wanted });
    else if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return 'never';
  }
  return conditions;
}
