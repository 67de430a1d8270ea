import type { GraphiQLOptions } from 'graphql-yoga';

/** A query that GraphiQL opens on, in a tab of its own. */
export interface Example {
  readonly query: string;
  readonly variables?: string;
}

/** The page may load nothing from anywhere else and be shown inside nothing. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
} as const;

/** The GraphiQL page out of the package; made when first asked for, because its script has nine megabytes. */
export function graphiqlPage(examples: readonly Example[], demoKey: string | null): () => Promise<string> {
  const headers = JSON.stringify({ authorization: `Bearer ${demoKey ?? ''}` }, null, 2);
  const options: GraphiQLOptions = {
    title: 'Tierwise',
    headers,
    defaultTabs: examples.map(({ query, variables = '{}' }) => ({ query, variables, headers })),
    defaultEditorToolsVisibility: 'headers',
  };
  let page: Promise<string> | undefined;
  return () => {
    page ??= import('@graphql-yoga/render-graphiql').then(({ renderGraphiQL }) => String(renderGraphiQL(options)));
    return page;
  };
}
