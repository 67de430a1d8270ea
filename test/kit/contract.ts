import { readdirSync, readFileSync } from 'node:fs';
import {
  type DocumentNode,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';

const folder = new URL('../../schema/', import.meta.url);

/** Every file of schema/ as one document. */
export function contractDocument(): DocumentNode {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return parse(files.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n'));
}

/** A schema's shape as sorted text: what remains when order and descriptions are left out. */
export function shape(schema: GraphQLSchema): string {
  const sorted = parse(printSchema(lexicographicSortSchema(schema)));
  return print(
    visit(sorted, { enter: (node) => ('description' in node ? { ...node, description: undefined } : node) }),
  );
}

/** What a client of one schema meets in the other, in sentences; both ways, since either may be the one that is behind. */
export function differences(contract: GraphQLSchema, code: GraphQLSchema): string[] {
  const changes = (from: GraphQLSchema, to: GraphQLSchema) =>
    [...findBreakingChanges(from, to), ...findDangerousChanges(from, to)].map(({ description }) => description);
  return [
    ...changes(contract, code).map((change) => `from schema/ to the code: ${change}`),
    ...changes(code, contract).map((change) => `from the code to schema/: ${change}`),
  ];
}

/** The coordinates of all that has no description: Dealer, Dealer.code, Query.dealers(first:), Role.ADMIN. */
export function undescribed(document: DocumentNode): string[] {
  const found: string[] = [];
  const note = (node: { description?: unknown }, coordinate: string) => {
    if (!node.description) found.push(coordinate);
  };
  for (const type of document.definitions) {
    if (!('name' in type) || type.name === undefined) continue;
    const name = type.name.value;
    if (!type.kind.endsWith('Extension')) note(type as { description?: unknown }, name);
    if ('values' in type) for (const value of type.values ?? []) note(value, `${name}.${value.name.value}`);
    if (!('fields' in type)) continue;
    for (const field of type.fields ?? []) {
      note(field, `${name}.${field.name.value}`);
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      for (const argument of field.arguments ?? []) {
        note(argument, `${name}.${field.name.value}(${argument.name.value}:)`);
      }
    }
  }
  return found;
}
