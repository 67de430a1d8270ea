import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { compilerSchema, type Run, serializersOf } from './compiler-schema.ts';
import type { Execution } from './execution.ts';
import { type Site, siteOf, unfolded } from './unfolded.ts';
import type { Values } from './variables.ts';

interface Compiled {
  readonly sites: readonly Site[];
  /** Null where the operation is left to graphql-js. */
  readonly run: ((run: Run) => ExecutionResult | Promise<ExecutionResult>) | null;
}

/** What a compiled operation takes in memory, as measured: a part of its own and one for each field. */
const bytesOf = ({ sites }: Compiled): number => 2_000 + 4_000 * sites.length;
const mostBytes = 32_000_000;

/** Runs queries compiled; null where one is not compiled, or does not succeed in every field. */
export function createCompiler(schema: GraphQLSchema) {
  const compile = compileFor(schema);
  const cache = new LRUCache<string, Compiled>({ maxSize: mostBytes, sizeCalculation: bytesOf });
  const traits = new WeakMap<OperationDefinitionNode, { readonly number: number; readonly conditions: string[] }>();
  let operations = 0;

  const traitsOf = ({ document, operation }: Execution) => {
    const known = traits.get(operation);
    if (known) return known;
    operations += 1;
    const own = { number: operations, conditions: conditionsIn(document) };
    traits.set(operation, own);
    return own;
  };

  return async (execution: Execution): Promise<ExecutionResult | null> => {
    const { document, operation, values, context } = execution;
    const { number, conditions } = traitsOf(execution);
    const choices = conditions.map((name) => values[name]);
    // A variable with a default may still be null, which is no condition.
    if (choices.includes(null)) return null;
    const key = `${number} ${choices}`;
    let compiled = cache.get(key);
    if (!compiled) {
      compiled = compile(document, operation, values);
      cache.set(key, compiled);
    }
    return compiled.run && attempt(compiled, values, context);
  };
}

async function attempt({ sites, run }: Compiled, values: Values, context: unknown): Promise<ExecutionResult | null> {
  try {
    const given = sites.map(({ field, nodes: [node] }) => (node ? getArgumentValues(field, node, values) : {}));
    const answer = await new Promise<ExecutionResult | undefined>((resolve, fail) => {
      Promise.resolve(run?.({ context, values, given, fail })).then(resolve, fail);
    });
    return answer && !answer.errors ? answer : null;
  } catch {
    return null;
  }
}

function compileFor(schema: GraphQLSchema) {
  const seen = compilerSchema(schema);
  const customSerializers = serializersOf(schema);

  return (document: DocumentNode, operation: OperationDefinitionNode, values: Values): Compiled => {
    const plain = unfolded(schema, document, operation, values);
    if (!plain) return { sites: [], run: null };
    const info = infoOf(schema, document, operation);
    const compiled = compileQuery(seen, plain.document, undefined, {
      customSerializers,
      disablingCapturingStackErrors: true,
      resolverInfoEnricher: ({ fieldNodes: [node] }) => info(siteOf(plain, node)),
    });
    return { sites: plain.sites, run: isCompiledQuery(compiled) ? (run) => compiled.query(undefined, run, {}) : null };
  };
}

/** Resolvers are told of the operation as it was written. */
function infoOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return (site: Site | undefined) => {
    if (!site) throw new Error('an unfolded field has a site');
    const { type: parentType, field, nodes: fieldNodes } = site;
    return { fieldName: field.name, fieldNodes, returnType: field.type, parentType, schema, fragments, operation };
  };
}

/** The variables that a document's @skip and @include wait for. */
function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given }) => {
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
