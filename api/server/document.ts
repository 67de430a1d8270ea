import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  Lexer,
  OperationTypeNode,
  parse,
  Source,
  TokenKind,
} from 'graphql';
import { measureWith } from './extent.ts';
import { literalRefusal } from './input-size.ts';
import { limits } from './limits.ts';
import { beyond, EdgeRefusal } from './refusals.ts';

/** Parses a document; one that is too long, or has too many tokens or brackets within brackets, is refused before its tree is built. */
export function parseWithinLimits(text: string): DocumentNode {
  if (text.length > limits.documentCharacters) throw beyond('LIMIT_DOCUMENT', limits.documentCharacters, text.length);
  const source = new Source(text);
  const { tokens, nesting } = lexed(source);
  if (tokens > limits.tokens) throw beyond('LIMIT_TOKENS', limits.tokens, tokens);
  if (nesting > limits.nesting) throw beyond('LIMIT_NESTING', limits.nesting, nesting);
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const positions = error.positions ? { positions: error.positions } : {};
    throw new EdgeRefusal('GRAPHQL_PARSE_FAILED', { detail: error.message }, { source, ...positions });
  }
}

const opening = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** How many tokens a text has, as far as it can be read, and how deep its brackets nest. */
function lexed(source: Source): { tokens: number; nesting: number } {
  const lexer = new Lexer(source);
  const found = { tokens: 0, nesting: 0 };
  let open = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      found.tokens += 1;
      if (opening.has(kind)) open += 1;
      if (closing.has(kind)) open -= 1;
      found.nesting = Math.max(found.nesting, open);
    }
  } catch {
    // The parser says what cannot be read, and where.
  }
  return found;
}

/** What is wrong with a document's size, told before validation, whose time may grow with the square of it. */
export function documentRefusal(document: DocumentNode): EdgeRefusal | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measure = measureWith(fragments);

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const extent = measure.extent(definition);
    const directives = extent.directives + (definition.directives?.length ?? 0);
    const refusal =
      over('LIMIT_DEPTH', limits.depth, extent.depth) ??
      over('LIMIT_ALIASES', limits.aliases, extent.aliases) ??
      over('LIMIT_SELECTIONS', limits.selections, extent.fields) ??
      over('LIMIT_SELECTIONS', limits.selections, extent.introspectionFields) ??
      over('LIMIT_INTROSPECTION', limits.introspectionLists, extent.introspectionLists) ??
      over('LIMIT_DIRECTIVES', limits.directives, directives);
    if (refusal) return refusal;
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const most = definition.operation === OperationTypeNode.MUTATION ? limits.mutations : limits.rootFields;
    const tooMany = over('LIMIT_ROOT_FIELDS', most, measure.rootFields(definition.selectionSet));
    if (tooMany) return tooMany;
  }
  return literalRefusal(document);
}

function over(code: Parameters<typeof beyond>[0], limit: number, actual: number): EdgeRefusal | null {
  return actual > limit ? beyond(code, limit, actual) : null;
}
