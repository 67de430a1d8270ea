import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import './access/viewer.graph.ts';
import './network/dealer.graph.ts';
import './network/outlet.graph.ts';
import './network/territory.graph.ts';
import './network/operations.graph.ts';
import './grading/rubric.graph.ts';
import './grading/changes.graph.ts';
import './grading/plugin.graph.ts';
import './grading/assessment.graph.ts';
import './grading/grade.graph.ts';
import './grading/score.graph.ts';
import './grading/compliance.graph.ts';
import './grading/operations.graph.ts';
import './segments/segment.graph.ts';
import './segments/playbook.graph.ts';
import './segments/matching.graph.ts';
import './segments/operations.graph.ts';
import './plugins/plugins.graph.ts';
import './conflicts/case.graph.ts';
import './conflicts/cases.graph.ts';
import './conflicts/strategy.graph.ts';
import './conflicts/sharing.graph.ts';
import './conflicts/operations.graph.ts';
import { builder } from './shared/builder.ts';

const contractFolder = new URL('../schema/', import.meta.url);

/** The contract as it is written in schema/. */
export function contract(): GraphQLSchema {
  const files = readdirSync(contractFolder).filter((name) => name.endsWith('.graphql'));
  return buildSchema(files.map((name) => readFileSync(new URL(name, contractFolder), 'utf8')).join('\n'));
}

interface Described {
  description?: string | null | undefined;
}

function describe(target: Described | undefined, source: Described | undefined): void {
  if (target && source) target.description = source.description;
}

/** Descriptions live in the contract only; the code takes them from there. */
function describeType(type: GraphQLNamedType, source: GraphQLNamedType | undefined): void {
  describe(type, source);
  if ('getValues' in type && source && 'getValues' in source) {
    for (const value of type.getValues()) describe(value, source.getValue(value.name) ?? undefined);
  }
  if (!('getFields' in type) || !source || !('getFields' in source)) return;
  const fields = source.getFields();
  for (const field of Object.values(type.getFields())) {
    const described = fields[field.name];
    describe(field, described);
    if (!('args' in field) || !described || !('args' in described)) continue;
    for (const arg of field.args)
      describe(
        arg,
        described.args.find(({ name }) => name === arg.name),
      );
  }
}

export function createSchema(): GraphQLSchema {
  const schema = builder.toSchema();
  const source = contract();
  for (const type of Object.values(schema.getTypeMap())) describeType(type, source.getType(type.name));
  return schema;
}

export const schema = createSchema();
