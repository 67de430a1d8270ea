import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  OperationTypeNode,
  specifiedRules,
  validate,
} from 'graphql';
import { type Cost, costOf } from './cost.ts';
import { documentRefusal, parseWithinLimits } from './document.ts';
import { variableRefusal } from './input-size.ts';
import { limits } from './limits.ts';
import { beyond, EdgeRefusal } from './refusals.ts';
import { type Coerced, coercionOf, type Values } from './variables.ts';

/** All that is known of an operation before its variables are. */
interface Plan {
  readonly coerce: ReturnType<typeof coercionOf>;
  readonly cost: Cost;
}

/** A document, where its text could be read as one, and what refuses it. */
export interface Judged {
  readonly document: DocumentNode | null;
  readonly refusals: readonly EdgeRefusal[];
}

/** Judges documents and operations; what does not depend on variables is worked out once per document. */
export function createJudge(schema: GraphQLSchema) {
  const plans = new WeakMap<OperationDefinitionNode, Plan>();

  const planOf = (document: DocumentNode, operation: OperationDefinitionNode): Plan => {
    const known = plans.get(operation);
    if (known) return known;
    const plan = { coerce: coercionOf(schema, operation), cost: costOf(schema, document, operation) };
    plans.set(operation, plan);
    return plan;
  };

  return {
    /** Measures a text before it is parsed, what was parsed before it is validated. */
    judge: (text: string): Judged => {
      try {
        const document = parseWithinLimits(text);
        const tooLarge = documentRefusal(document);
        if (tooLarge) return { document: null, refusals: [tooLarge] };
        return { document, refusals: validationRefusals(schema, document) };
      } catch (error) {
        if (error instanceof EdgeRefusal) return { document: null, refusals: [error] };
        throw error;
      }
    },

    /** The variables as they were coerced, and what refuses an operation that has them before anything is read or written for it. */
    coerce: (document: DocumentNode, operation: OperationDefinitionNode, given: Values): Coerced => {
      const tooLarge = variableRefusal(operation, given);
      if (tooLarge) return { values: {}, refusals: [tooLarge] };
      const plan = planOf(document, operation);
      const { values, refusals } = plan.coerce(given);
      return { values, refusals: refusals.length > 0 ? refusals : costRefusals(plan.cost, values) };
    },
  };
}

function validationRefusals(schema: GraphQLSchema, document: DocumentNode): readonly EdgeRefusal[] {
  const most = limits.validationErrors;
  return validate(schema, document, specifiedRules, { maxErrors: most })
    .slice(0, most)
    .map(({ message, nodes = null }) => new EdgeRefusal('GRAPHQL_VALIDATION_FAILED', { detail: message }, { nodes }));
}

function costRefusals(costOfValues: Cost, values: Values): readonly EdgeRefusal[] {
  try {
    const cost = costOfValues(values);
    return cost > limits.cost ? [beyond('LIMIT_COST', limits.cost, cost)] : [];
  } catch (error) {
    if (error instanceof EdgeRefusal) return [error];
    throw error;
  }
}

/** The operation to run; throws where there is none, or where this request may not run it. */
export function chosenOperation(
  document: DocumentNode,
  name: string | null | undefined,
  method: string,
): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (!operation) throw new EdgeRefusal('OPERATION_NOT_FOUND');
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    throw new EdgeRefusal('OPERATION_NOT_SUPPORTED', { operation: operation.operation });
  }
  if (operation.operation === OperationTypeNode.MUTATION && method === 'GET') throw new EdgeRefusal('MUTATION_BY_GET');
  return operation;
}
