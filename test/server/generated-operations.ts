import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

export type Generated = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** Texts to try where a scalar is wanted, as JSON; what fits it should be frequent. */
export type Samples = (scalar: string, name: string) => readonly unknown[];

/** An operation made by a row of numbers, each of which decides one thing; with few of them it is a small one. */
export function generatedOperation(schema: GraphQLSchema, numbers: readonly number[], samples: Samples): Generated {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const fragments: string[] = [];
  let next = 0;
  let names = 0;

  /** Once the numbers are used up, the first choice is taken always: it is the plain one. */
  const choose = (count: number): number => (numbers[next++] ?? 0) % count;
  const oneOf = <T>(choices: readonly T[]): T => choices[choose(choices.length)] as T;
  const seldom = (): boolean => choose(6) === 5;
  const fresh = (prefix: string): string => {
    names += 1;
    return `${prefix}${names}`;
  };

  const leaf = (type: GraphQLNamedType, name: string): unknown => {
    if (seldom()) return oneOf([null, 7, 'other', true, []]);
    if (isEnumType(type)) return oneOf(type.getValues()).name;
    return oneOf(samples(type.name, name));
  };
  const value = (type: GraphQLInputType, name: string, depth: number): unknown => {
    const nullable = getNullableType(type);
    if (!isNonNullType(type) && seldom()) return null;
    if (isListType(nullable)) {
      const length = choose(3);
      return seldom()
        ? value(nullable.ofType, name, depth)
        : Array.from({ length }, () => value(nullable.ofType, name, depth));
    }
    if (!isInputObjectType(nullable)) return leaf(nullable, name);
    const fields = Object.values(nullable.getFields());
    const given = nullable.isOneOf && !seldom() ? [oneOf(fields)] : fields.filter((field) => isGiven(field, depth));
    return Object.fromEntries(given.map((field) => [field.name, value(field.type, field.name, depth - 1)]));
  };
  const isGiven = (field: GraphQLInputField, depth: number): boolean =>
    isRequiredInputField(field) ? !seldom() : depth > 0 && choose(3) === 1;

  const variable = (type: GraphQLInputType, given: unknown): string => {
    const name = fresh('v');
    const otherwise = seldom() ? ` = ${literal(type, value(type, name, 1))}` : '';
    declared.push(`$${name}: ${type}${otherwise}`);
    if (!seldom()) variables[name] = given;
    return `$${name}`;
  };
  /** A value as it is written in a document, with a variable in some places. */
  const literal = (type: GraphQLInputType, given: unknown, varied = false): string => {
    if (varied && choose(4) === 1) return variable(type, given);
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      if (!Array.isArray(given)) return literal(nullable.ofType, given, varied);
      return `[${given.map((entry) => literal(nullable.ofType, entry, varied)).join(', ')}]`;
    }
    if (isInputObjectType(nullable) && typeof given === 'object' && given !== null && !Array.isArray(given)) {
      const fields = nullable.getFields();
      const entries = Object.entries(given).map(([name, inner]) => {
        const field = fields[name] as GraphQLInputField;
        return `${name}: ${literal(field.type, inner, varied)}`;
      });
      return `{ ${entries.join(', ')} }`;
    }
    return isEnumType(nullable) && typeof given === 'string' ? given : JSON.stringify(given);
  };

  const argument = ({ name, type }: GraphQLArgument): string => {
    const given = value(type, name, 2);
    return `${name}: ${choose(2) === 1 ? variable(type, given) : literal(type, given, true)}`;
  };
  const directive = (): string => {
    if (choose(4) !== 1) return '';
    const name = oneOf(['include', 'skip']);
    if (choose(3) === 1) return ` @${name}(if: ${oneOf(['true', 'false'])})`;
    const condition = fresh('if');
    declared.push(`$${condition}: Boolean!`);
    variables[condition] = choose(2) === 1;
    return ` @${name}(if: $${condition})`;
  };

  const field = (of: GraphQLField<unknown, unknown>, depth: number): string => {
    const given = of.args.filter((one) => isRequiredArgument(one) || choose(3) === 1);
    const alias = given.length > 0 || choose(4) === 1 ? `${fresh(oneOf(['a', 'b_']))}: ` : '';
    const passed = given.length > 0 ? `(${given.map(argument).join(', ')})` : '';
    const below = getNamedType(of.type);
    const inner = isLeafType(below) ? '' : ` ${selectionSet(below, depth - 1)}`;
    return `${alias}${of.name}${passed}${directive()}${inner}`;
  };
  const onType = (type: GraphQLNamedType, depth: number): string => {
    const condition = choose(3) === 1 ? '' : ` on ${type.name}`;
    if (choose(3) !== 1) return `...${condition}${directive()} ${selectionSet(type, depth, 2)}`;
    const name = fresh('F');
    fragments.push(`fragment ${name} on ${type.name} ${selectionSet(type, depth, 2)}`);
    return choose(3) === 1 ? `...${name}${directive()} ...${name}` : `...${name}${directive()}`;
  };
  const selection = (type: GraphQLNamedType, depth: number): string => {
    if (isUnionType(type) || choose(8) === 7) return '__typename';
    const fields = Object.values((type as GraphQLObjectType).getFields());
    const fitting = fields.filter((one) => depth > 0 || isLeafType(getNamedType(one.type)));
    return fitting.length > 0 ? field(oneOf(fitting), depth) : '__typename';
  };
  const selectionSet = (type: GraphQLNamedType, depth: number, most = 4): string => {
    const parts = Array.from({ length: 1 + choose(most) }, () => selection(type, depth));
    if (isAbstractType(type))
      for (const member of schema.getPossibleTypes(type)) parts.push(...(member ? [onMember(member, depth)] : []));
    if (isObjectType(type) && choose(4) === 1) parts.push(onType(type, depth));
    return `{ ${parts.join(' ')} }`;
  };
  const onMember = (type: GraphQLObjectType, depth: number): string =>
    `... on ${type.name}${directive()} ${selectionSet(type, depth, 2)}`;

  const kind = schema.getMutationType() && choose(8) === 7 ? 'mutation' : 'query';
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const body = selectionSet(root as GraphQLObjectType, 3);
  const head = declared.length > 0 ? `${kind} (${declared.join(', ')})` : kind;
  return { query: [`${head} ${body}`, ...fragments].join('\n'), variables };
}
