import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import { catalogue } from '../shared/error-catalogue.ts';
import type { Locale, Text } from '../shared/locale.ts';

/** Every code that the edge itself gives; the domains' codes are in api/shared/error-catalogue.ts. Codes are for ever. */
export const edgeCatalogue = {
  REQUEST_UNREADABLE: {
    en: 'This is not an HTTP request that can be read.',
    zhHans: '无法读取此 HTTP 请求。',
  },
  REQUEST_LATE: { en: 'The request did not arrive in time.', zhHans: '请求未在时限内到达。' },
  LIMIT_HEADERS: { en: 'The headers are longer than {limit} bytes.', zhHans: '请求头超过 {limit} 字节。' },
  ROUTE_NOT_FOUND: {
    en: 'Nothing is served at {path}. The API is at /graphql.',
    zhHans: '{path} 处没有内容。API 位于 /graphql。',
  },
  METHOD_NOT_ALLOWED: {
    en: '{method} is not served here; use {allowed}.',
    zhHans: '此处不支持 {method}；请使用 {allowed}。',
  },
  MUTATION_BY_GET: {
    en: 'A mutation is not run by GET; send it by POST.',
    zhHans: '变更操作不能通过 GET 执行；请使用 POST。',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    en: 'Only JSON is read: send content-type: application/json in UTF-8, not compressed.',
    zhHans: '只接受 JSON：请以 UTF-8 发送 content-type: application/json，且不压缩。',
  },
  NOT_ACCEPTABLE: {
    en: 'Only application/json and application/graphql-response+json are answered here.',
    zhHans: '此处只返回 application/json 与 application/graphql-response+json。',
  },
  BAD_REQUEST: {
    en: 'Wanted: one JSON object with query or documentId (text) and, where needed, variables (object), operationName (text), extensions (object), nothing else.',
    zhHans:
      '应为一个 JSON 对象，含 query 或 documentId（文本），以及需要时的 variables（对象）、operationName（文本）、extensions（对象），不含其他内容。',
  },
  BATCHING_NOT_SUPPORTED: {
    en: 'One operation per request; a list of operations is not run.',
    zhHans: '每个请求只能执行一个操作；不支持操作列表。',
  },
  DOCUMENT_UNKNOWN: {
    en: 'No trusted document has this id here: the server reads them from TRUSTED_DOCUMENTS when it starts.',
    zhHans: '此处没有使用此标识的可信文档：服务器在启动时从 TRUSTED_DOCUMENTS 读取。',
  },
  DOCUMENT_NOT_TRUSTED: {
    en: 'This key runs trusted documents only: send documentId in place of query.',
    zhHans: '此密钥只能执行可信文档：请用 documentId 代替 query。',
  },
  GRAPHQL_PARSE_FAILED: { en: '{detail}', zhHans: '文档无法解析：{detail}' },
  GRAPHQL_VALIDATION_FAILED: { en: '{detail}', zhHans: '文档不符合架构：{detail}' },
  BAD_USER_INPUT: { en: '{detail}', zhHans: '输入值不合要求：{detail}' },
  OPERATION_NOT_FOUND: {
    en: 'Which operation to run is not clear: name one of the document’s operations in operationName.',
    zhHans: '无法确定要执行的操作：请在 operationName 中写明文档中的一个操作名。',
  },
  OPERATION_NOT_SUPPORTED: {
    en: 'The API has no {operation} operations.',
    zhHans: '此 API 不支持 {operation} 操作。',
  },
  LIMIT_BODY: {
    en: 'The body is longer than {limit} bytes.',
    zhHans: '请求体超过 {limit} 字节。',
  },
  LIMIT_DOCUMENT: {
    en: 'The document has {actual} characters; at most {limit} are read.',
    zhHans: '文档有 {actual} 个字符；最多读取 {limit} 个。',
  },
  LIMIT_TOKENS: {
    en: 'The document has {actual} tokens; at most {limit} are read.',
    zhHans: '文档有 {actual} 个词法单元；最多读取 {limit} 个。',
  },
  LIMIT_NESTING: {
    en: 'The document nests brackets {actual} deep; at most {limit} are read.',
    zhHans: '文档的括号嵌套 {actual} 层；最多读取 {limit} 层。',
  },
  LIMIT_DEPTH: {
    en: 'The operation goes {actual} levels deep; at most {limit} are served.',
    zhHans: '操作嵌套 {actual} 层；最多 {limit} 层。',
  },
  LIMIT_ALIASES: {
    en: 'The operation has {actual} aliases; at most {limit} are served.',
    zhHans: '操作使用了 {actual} 个别名；最多 {limit} 个。',
  },
  LIMIT_ROOT_FIELDS: {
    en: 'The operation asks for {actual} fields at its root; at most {limit} are served.',
    zhHans: '操作在根级请求了 {actual} 个字段；最多 {limit} 个。',
  },
  LIMIT_SELECTIONS: {
    en: 'The operation selects {actual} fields, fragments expanded; at most {limit} are served.',
    zhHans: '展开片段后，操作选择了 {actual} 个字段；最多 {limit} 个。',
  },
  LIMIT_DIRECTIVES: {
    en: 'The operation uses {actual} directives; at most {limit} are served.',
    zhHans: '操作使用了 {actual} 个指令；最多 {limit} 个。',
  },
  LIMIT_INTROSPECTION: {
    en: 'The introspection nests {actual} lists; at most {limit} are served.',
    zhHans: '内省嵌套了 {actual} 层列表；最多 {limit} 层。',
  },
  LIMIT_COST: {
    en: 'The operation costs {actual} points; at most {limit} are served. Ask for smaller pages or fewer levels.',
    zhHans: '操作成本为 {actual} 点；最多 {limit} 点。请缩小分页或减少层级。',
  },
  LIMIT_PAGE_SIZE: {
    en: '{field}: {actual} is asked for; give first or last, not both, as a number from 1 to {limit}, or leave both out.',
    zhHans: '{field}：请求了 {actual}；请只给出 first 或 last 之一，取 1 到 {limit} 的数字，或都省略。',
  },
  LIMIT_LIST_INPUT: {
    en: 'The list at {at} has {actual} entries; at most {limit} are read.',
    zhHans: '{at} 处的列表有 {actual} 项；最多读取 {limit} 项。',
  },
  LIMIT_TEXT: {
    en: 'The text at {at} has {actual} characters; at most {limit} are read.',
    zhHans: '{at} 处的文本有 {actual} 个字符；最多读取 {limit} 个。',
  },
  LIMIT_RESPONSE_SIZE: {
    en: 'The answer takes {actual} bytes or more; at most {limit} are sent. Ask for less. What a mutation changed is done: read the object again.',
    zhHans:
      '响应至少需要 {actual} 字节；最多发送 {limit} 字节。请减少请求内容。若为变更操作，变更已生效，请重新查询该对象。',
  },
  TIMEOUT: {
    en: 'The request was not finished in time. Ask for less, or try again; read first whether a change was made.',
    zhHans: '请求未能按时完成。请减少请求内容或重试；若为变更操作，请先查询是否已生效。',
  },
  DATABASE_BUSY: { en: 'The database is busy. Try again shortly.', zhHans: '数据库繁忙，请稍后重试。' },
  DATABASE_UNAVAILABLE: {
    en: 'The database cannot be reached. Try again shortly.',
    zhHans: '暂时无法连接数据库，请稍后重试。',
  },
  STORAGE_FULL: {
    en: 'The storage is full; nothing can be written until there is space. Reading still works.',
    zhHans: '存储空间已满，腾出空间前无法写入。仍可读取。',
  },
  INTERNAL: {
    en: 'Something unexpected happened. Tell the operator the request id {requestId}.',
    zhHans: '发生意外错误。请将请求编号 {requestId} 告知运维人员。',
  },
} as const satisfies Record<string, Text>;

const sentences = { ...edgeCatalogue, UNAUTHENTICATED: catalogue.UNAUTHENTICATED };
export type EdgeCode = keyof typeof sentences;
export type Params = Readonly<Record<string, string | number>>;

export function edgeMessage(code: EdgeCode, locale: Locale, params: Params = {}): string {
  return sentences[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** What the edge refuses; its message is made when it goes on the wire, in the request's language. */
export class EdgeRefusal extends GraphQLError {
  readonly code: EdgeCode;
  readonly params: Params;
  /** The input at fault, from a variable's or an argument's name. */
  readonly inputPath: readonly string[] | undefined;

  constructor(code: EdgeCode, params: Params = {}, at: GraphQLErrorOptions & { inputPath?: readonly string[] } = {}) {
    super(code, at);
    this.name = 'EdgeRefusal';
    this.code = code;
    this.params = params;
    this.inputPath = at.inputPath;
  }
}

/** A limit and what was asked; a number too large to be told exactly is told as the largest that can be. */
export function beyond(
  code: EdgeCode,
  limit: number,
  actual: number,
  at: GraphQLErrorOptions & { inputPath?: readonly string[] } = {},
): EdgeRefusal {
  const params = { limit, actual: Math.min(actual, Number.MAX_SAFE_INTEGER) };
  return new EdgeRefusal(code, at.inputPath ? { ...params, at: at.inputPath.join('.') } : params, at);
}
